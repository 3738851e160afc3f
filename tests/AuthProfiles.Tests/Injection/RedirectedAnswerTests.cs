using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Injection;

/// <summary>A primary of the application's own that follows redirects may have carried the credential along.</summary>
[Category("I4")]
public sealed class RedirectedAnswerTests
{
    [TestCase(false, false)]
    [TestCase(true, false)]
    [TestCase(true, true)]
    public async Task An_answer_to_another_message_at_another_origin_is_not_passed_on(bool warm, bool synchronous)
    {
        var follows = !warm;
        using var primary = new StubPrimary(request => new()
        {
            RequestMessage = follows ? new(HttpMethod.Get, "https://evil.example/x") : request,
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
