using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Injection;

/// <summary>A primary of the application's own that follows redirects may have carried the credential along.</summary>
[Category("I4")]
public sealed class RedirectedAnswerTests
{
    // The platform's own redirects change the message that was sent; other handlers make one of their own.
    [TestCase(false, false, false)]
    [TestCase(true, false, false)]
    [TestCase(true, true, false)]
    [TestCase(false, false, true)]
    [TestCase(true, false, true)]
    [TestCase(true, true, true)]
    public async Task An_answer_from_another_origin_is_not_passed_on(bool warm, bool synchronous, bool sameMessage)
    {
        var follows = !warm;
        using var primary = new StubPrimary(request =>
        {
            var elsewhere = new Uri("https://evil.example/x");
            request.RequestUri = follows && sameMessage ? elsewhere : request.RequestUri;
            return new() { RequestMessage = follows && !sameMessage ? new(HttpMethod.Get, elsewhere) : request };
        });
        using var http = Clients.Over(primary, new CountingProfile(), new ManualClock());
        if (warm)
        {
            using var first = await http.GetAsync("first");
            follows = true;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example/x");

        Assert.That(
            async () => synchronous ? http.Send(request) : await http.SendAsync(request),
            Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.OriginRefused));
        Assert.That(request.Headers, Is.Empty);
    }
}
