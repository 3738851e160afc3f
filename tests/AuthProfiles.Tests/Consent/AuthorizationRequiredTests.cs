using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Consent;

/// <summary>The error of a connection that nobody has authorized carries what it takes to begin.</summary>
[TestFixture]
public sealed class AuthorizationRequiredTests
{
    [TestCase(null, "mia", "calendar, user mia: the user has not connected yet. Ask for consent: connections.StartAsync(\"calendar\", user: \"mia\"), or LogInAsync in a program without web pages.")]
    [TestCase("acme", "mia", "calendar for acme, user mia: the user has not connected yet. Ask for consent: connections.StartAsync(\"calendar\", tenant: \"acme\", user: \"mia\"), or LogInAsync in a program without web pages.")]
    [TestCase(null, null, "calendar: its owner has not authorized it yet. Ask for consent: connections.StartAsync(\"calendar\"), or LogInAsync in a program without web pages.")]
    public async Task It_names_the_connection_and_the_call(string? tenant, string? user, string message)
    {
        await using var calendar = new CalendarTest();

        var required = await Assert.CatchAsync<AuthorizationRequiredException>(() => calendar.Client.For(tenant, user).GetAsync("events"));

        Assert.Multiple(() =>
        {
            Assert.That(required!.Message, Is.EqualTo(message));
            Assert.That(required.Connection, Is.EqualTo(new ConnectionKey("calendar", tenant, user)));
            Assert.That(required.CanConsent, Is.True);
        });
    }

    [Test]
    public async Task It_is_the_same_for_those_who_come_while_the_failure_holds_back()
    {
        await using var calendar = new CalendarTest();
        await Assert.CatchAsync<AuthorizationRequiredException>(() => calendar.Client.GetAsync("events"));

        var again = await Assert.CatchAsync<AuthorizationRequiredException>(() => calendar.Client.GetAsync("events"));

        Assert.That(again!.CanConsent, Is.True);
    }

    [Test]
    public async Task What_it_carries_begins_the_consent_and_the_next_call_is_served()
    {
        await using var calendar = new CalendarTest();
        var required = await Assert.CatchAsync<AuthorizationRequiredException>(() => calendar.Client.For(user: "mia").GetAsync("events"));

        var (_, tenant, user) = (required!.Connection.Profile, required.Connection.Tenant, required.Connection.User);
        var start = await calendar.Connections.StartAsync(required.Connection.Profile, tenant, user);
        await calendar.Connections.CompleteAsync(CalendarTest.Back(start), tenant, user);
        using var response = await calendar.Client.For(user: "mia").GetAsync("events");

        Assert.That(calendar.Calls.Single()["Authorization"], Is.EqualTo("Bearer at-1"));
    }

    [Test]
    public async Task Where_the_connection_lacks_a_value_there_is_nothing_to_consent_to()
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddApiKey("weather", static o => o.BaseUrl = "https://weather.example/");
        services.AddHttpClient("weather").AddAuthorizationProfile("weather");
        await using var provider = services.BuildServiceProvider();

        var required = await Assert.CatchAsync<AuthorizationRequiredException>(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient("weather").For(user: "mia").GetAsync("today"));

        Assert.That(required!.CanConsent, Is.False);
        Assert.That(required.Message, Does.Not.Contain("StartAsync"));
    }

    [Test]
    public async Task _9700_12_A_refresh_token_goes_to_no_other_issuer_than_its_own()
    {
        await using var calendar = new CalendarTest();
        await calendar.ConnectAsync();
        var stored = (await calendar.Store.ReadAsync(new("calendar", user: "mia")))!;
        await calendar.Store.TryWriteAsync(stored.Connection with { Grant = stored.Connection.Grant! with { Issuer = "https://old.example", ExpiresAt = calendar.Time.GetUtcNow() } }, stored.Version);

        var required = await Assert.CatchAsync<AuthorizationRequiredException>(() => calendar.Client.For(user: "mia").GetAsync("events"));

        Assert.That(required!.Message, Does.Contain("another provider's").And.Contain("StartAsync"));
        Assert.That(calendar.TokenRequests, Has.Count.EqualTo(1), "the one of the consent");
    }
}
