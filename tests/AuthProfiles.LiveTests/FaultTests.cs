using AuthProfiles.LiveTests.Infrastructure;

namespace AuthProfiles.LiveTests;

/// <summary>A token endpoint that fails, waits or points elsewhere.</summary>
public sealed class FaultTests : IdpTests
{
    private static readonly object Unavailable = new { error = "temporarily_unavailable" };

    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    [TestCase(429)]
    public async Task A_failure_for_the_moment_is_asked_again(int status)
    {
        await Idp.FailAsync(1, status, Unavailable);
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic");

        await CallAsync(app.CreateClient());

        var tokens = (await Idp.StatsAsync()).TokenRequests;
        Assert.That((tokens.Total, tokens.InjectedFailures), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task A_server_that_stays_down_is_a_transient_error_after_a_bounded_number_of_requests()
    {
        await Idp.FailAsync(100, 503, "down", new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = "0" });
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic");

        var error = await Assert.CatchAsync<AuthorizationException>(() => CallAsync(app.CreateClient()));

        Assert.That((error!.Kind, error.IsTransient, error.StatusCode), Is.EqualTo((AuthorizationErrorKind.Transient, true, (int?)503)));
        Assert.That((await Idp.StatsAsync()).TokenRequests.Total, Is.EqualTo(4));
    }

    [Test]
    public async Task A_long_pause_is_told_to_the_caller_and_kept()
    {
        await Idp.FailAsync(1, 429, Unavailable, new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = "120" });
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic");
        var client = app.CreateClient();

        var first = await Assert.CatchAsync<AuthorizationException>(() => CallAsync(client));
        var second = await Assert.CatchAsync<AuthorizationException>(() => CallAsync(client));

        Assert.Multiple(() =>
        {
            Assert.That(first!.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(120)));
            Assert.That(second!.RetryAfter, Is.GreaterThan(TimeSpan.FromSeconds(60)));
        });
        Assert.That((await Idp.StatsAsync()).TokenRequests.Total, Is.EqualTo(1), "the server was asked again in its pause");
    }

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await Idp.FailAsync(1, status, string.Empty, new Dictionary<string, string>(StringComparer.Ordinal) { ["Location"] = Idp.Address("__api/elsewhere") });
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic");

        var error = await Assert.CatchAsync<AuthorizationException>(() => CallAsync(app.CreateClient()));

        var stats = await Idp.StatsAsync();
        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.RedirectRefused));
        Assert.That((stats.TokenRequests.Total, stats.Api.Total), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task An_answer_that_is_no_JSON_is_a_typed_error_without_its_text()
    {
        await Idp.FailAsync(1, 400, "<html>my-own-words</html>", new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = "text/html" });
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic");

        var error = await Assert.CatchAsync<AuthorizationException>(() => CallAsync(app.CreateClient()));

        Assert.Multiple(() =>
        {
            Assert.That((error!.Kind, error.StatusCode), Is.EqualTo((AuthorizationErrorKind.MalformedResponse, (int?)400)));
            Assert.That(error.ToString(), Does.Not.Contain("my-own-words"));
        });
    }
}
