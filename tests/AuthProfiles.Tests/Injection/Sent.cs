using System.Text;
using AuthProfiles.Injection;

namespace AuthProfiles.Tests.Injection;

/// <summary>Injects, and reads what would be sent as a transport reads it: by copying.</summary>
internal static class Sent
{
    public static readonly InjectionRules Rules = new("crm", ConflictRule.Refuse, ShowsInAddress: true);

    public static async Task<string> BodyAsync(HttpRequestMessage request)
    {
        using var body = new MemoryStream();
        await request.Content!.CopyToAsync(body);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    public static async Task<string> BodyAsync(HttpRequestMessage request, ConflictRule conflict, params CredentialField[] fields)
    {
        var injection = await Injector.InjectAsync(new(fields), request, Rules with { Conflict = conflict }, CancellationToken.None);
        try
        {
            var body = await BodyAsync(request);
            Assert.That(request.Content!.Headers.ContentLength, Is.Null.Or.EqualTo(Encoding.UTF8.GetByteCount(body)), "the length that is announced");
            return body;
        }
        finally
        {
            injection.Restore();
        }
    }

    public static Task<string> BodyAsync(HttpRequestMessage request, params CredentialField[] fields) => BodyAsync(request, ConflictRule.Refuse, fields);

    public static async Task<AuthorizationException> RefusalAsync(HttpRequestMessage request, params CredentialField[] fields)
    {
        var before = RequestSnapshot.Of(request);
        var refusal = (await Assert.ThrowsAsync<AuthorizationException>(async () => await Injector.InjectAsync(new(fields), request, Rules, CancellationToken.None)))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refusal.Kind, Is.EqualTo(AuthorizationErrorKind.InjectionRefused));
            Assert.That(refusal.Profile, Is.EqualTo("crm"));
            Assert.That(refusal.ToString(), Does.Not.Contain(InjectorCase.Secret));
            Assert.That(RequestSnapshot.Of(request), Is.EqualTo(before));
        }

        return refusal;
    }

    public static HttpRequestMessage Get(string address) => new(HttpMethod.Get, new Uri(address));

    public static HttpRequestMessage Post(string body, string contentType) => Post(Encoding.UTF8.GetBytes(body), contentType);

    public static HttpRequestMessage Post(byte[] body, string? contentType)
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
        {
            content.Headers.Add("Content-Type", contentType);
        }

        return new(HttpMethod.Post, "https://api.example.com/v1/things") { Content = content };
    }

    public static HttpRequestMessage Json(string body) => Post(body, "application/json");
}
