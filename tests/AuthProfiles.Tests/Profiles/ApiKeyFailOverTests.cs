using System.Collections.Immutable;
using System.Net;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Profiles;

[Category("R43")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ApiKeyFailOverTests
{
    private readonly ManualClock _clock = new();
    private readonly HashSet<string> _good = new(StringComparer.Ordinal);
    private readonly StubPrimary _primary;

    public ApiKeyFailOverTests() =>
        _primary = new(request => new(_good.Contains(request.Headers.GetValues("x-api-key").Single()) ? HttpStatusCode.OK : HttpStatusCode.Unauthorized));

    [TearDown]
    public void TearDown() => _primary.Dispose();

    [Test]
    public async Task The_second_key_serves_when_the_first_is_refused_and_goes_on_serving()
    {
        _good.Add("second");
        using var http = ClientOf(new() { BaseUrl = "https://api.example/", Key = "first", SecondaryKey = "second" });

        Assert.That(await StatusAsync(http), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await StatusAsync(http), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Keys(), Is.EqualTo(new[] { "first", "second", "second" }));
    }

    [Test]
    public async Task The_first_key_serves_again_when_the_second_is_refused()
    {
        _good.Add("second");
        using var http = ClientOf(new() { BaseUrl = "https://api.example/", Key = "first", SecondaryKey = "second" });
        await StatusAsync(http);
        (_, _) = (_good.Remove("second"), _good.Add("first"));
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That(await StatusAsync(http), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Keys(), Is.EqualTo(new[] { "first", "second", "second", "first" }));
    }

    [Test]
    public async Task Two_refused_keys_are_not_sent_in_turn_for_every_call()
    {
        using var http = ClientOf(new() { BaseUrl = "https://api.example/", Key = "first", SecondaryKey = "second" });

        for (var i = 0; i < 4; i++)
        {
            Assert.That(await StatusAsync(http), Is.EqualTo(HttpStatusCode.Unauthorized));
        }

        Assert.That(Keys(), Is.EqualTo(new[] { "first", "second", "second", "second", "second" }));
    }

    [Test]
    public async Task Without_a_second_key_nothing_is_sent_again()
    {
        using var http = ClientOf(new() { BaseUrl = "https://api.example/", Key = "first" });

        Assert.That(await StatusAsync(http), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(Keys(), Is.EqualTo(new[] { "first" }));
    }

    [Test]
    [Category("I7")]
    public async Task A_tenants_refused_key_is_never_replaced_by_the_developers_second_one()
    {
        _good.Add("developers-second");
        var options = new ApiKeyOptions { BaseUrl = "https://api.example/", Key = "developers-first", SecondaryKey = "developers-second" };
        options.Connections["acme"] = ImmutableDictionary<string, SecretValue>.Empty.Add("key", "acme-first");
        using var http = ClientOf(options);

        Assert.That(await StatusAsync(http.For("acme")), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(Keys(), Is.EqualTo(new[] { "acme-first" }));
    }

    [Test]
    public async Task A_tenant_gives_two_keys_of_its_own()
    {
        _good.Add("acme-second");
        var options = new ApiKeyOptions { BaseUrl = "https://api.example/" };
        options.Connections["acme"] = ImmutableDictionary<string, SecretValue>.Empty.Add("key", "acme-first").Add("secondaryKey", "acme-second");
        using var http = ClientOf(options);

        Assert.That(await StatusAsync(http.For("acme")), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    [Category("I6")]
    public async Task A_thousand_refused_callers_change_the_key_once()
    {
        _good.Add("second");
        using var http = ClientOf(new() { BaseUrl = "https://api.example/", Key = "first", SecondaryKey = "second" });

        var statuses = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => StatusAsync(http)));

        Assert.That(statuses, Is.All.EqualTo(HttpStatusCode.OK));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http)
    {
        using var response = await http.GetAsync("x");
        return response.StatusCode;
    }

    private IEnumerable<string?> Keys() => _primary.Sent.Select(static sent => sent["x-api-key"]);

    private HttpClient ClientOf(ApiKeyOptions options) => Clients.Over(_primary, new ApiKeyProfile("weather", options), _clock);
}
