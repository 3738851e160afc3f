using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Consent;

[TestFixture]
public sealed class DisconnectionTests
{
    [Test]
    public async Task A_connection_that_ended_is_used_no_more_and_revoked()
    {
        await using var calendar = new CalendarTest(static o => o.RevocationUrl = "https://login.calendar.example/revoke");
        await calendar.ConnectAsync();
        using (await calendar.Client.For(user: "mia").GetAsync("events"))
        {
        }

        var ended = await calendar.Connections.DisconnectAsync("calendar", user: "mia");

        var refused = await Assert.CatchAsync<AuthorizationRequiredException>(() => calendar.Client.For(user: "mia").GetAsync("events"));
        var revocation = calendar.TokenRequests[^1];
        Assert.Multiple(() =>
        {
            Assert.That(ended, Is.True);
            Assert.That(refused!.Connection, Is.EqualTo(new ConnectionKey("calendar", user: "mia")));
            Assert.That(calendar.Calls, Has.Count.EqualTo(1));
            Assert.That(revocation.Address.AbsoluteUri, Is.EqualTo("https://login.calendar.example/revoke"));
            Assert.That(CalendarTest.Parameters(revocation.Body!)["token"], Is.EqualTo("rt-1"));
            Assert.That(calendar.Logger.Entries.Single(static entry => entry.Id.Id == 32).Text, Does.Contain("was revoked"));
        });
    }

    [Test]
    public async Task A_profile_that_stands_around_another_one_is_revoked_by_it()
    {
        await using var calendar = new CalendarTest(static o => o.RevocationUrl = "https://login.calendar.example/revoke", static services => services.AddSingleton<IProfileDecorator, Around>());
        await calendar.ConnectAsync();

        await calendar.Connections.DisconnectAsync("calendar", user: "mia");

        Assert.That(calendar.TokenRequests[^1].Address.AbsoluteUri, Is.EqualTo("https://login.calendar.example/revoke"));
        Assert.That(calendar.Logger.Entries.Single(static entry => entry.Id.Id == 32).Text, Does.Contain("was revoked"));
    }

    [Test]
    public async Task A_handler_that_fails_in_a_way_of_its_own_keeps_nobody_from_ending_a_connection()
    {
        await using var calendar = new CalendarTest(static o => o.Issuer = "https://login.calendar.example");
        await calendar.ConnectAsync();
        calendar.Token = static _ => throw new InvalidOperationException("canary");

        Assert.That(await calendar.Connections.DisconnectAsync("calendar", user: "mia"), Is.True);

        Assert.That(calendar.Logger.Entries.Single(static entry => entry.Id.Id == 32).Text, Does.Contain("was not revoked"));
    }

    [Test]
    public async Task Here_it_has_ended_before_the_provider_is_asked_whatever_it_says([Values(200, 400, 503)] int status)
    {
        await using var calendar = new CalendarTest(static o => o.RevocationUrl = "https://login.calendar.example/revoke");
        await calendar.ConnectAsync();
        Connection? stored = null;
        calendar.Token = _ =>
        {
            stored = calendar.StoredAsync().GetAwaiter().GetResult();
            return CalendarTest.Json(status, """{"error":"server_error"}""");
        };

        var ending = calendar.Connections.DisconnectAsync("calendar", user: "mia");
        await calendar.Time.RunAsync(ending);

        Assert.That(await ending, Is.True);
        Assert.That(stored, Is.Null);
        Assert.That(calendar.Logger.Entries.Single(static entry => entry.Id.Id == 32).Text, Does.Contain(status == 200 ? "was revoked" : "was not revoked"));
    }

    [Test]
    public async Task A_provider_that_does_not_answer_is_waited_for_ten_seconds()
    {
        await using var calendar = new CalendarTest(static o => o.RevocationUrl = "https://login.calendar.example/revoke");
        await calendar.ConnectAsync();
        calendar.BeforeToken = static () => new TaskCompletionSource().Task;
        var before = calendar.Time.GetUtcNow();

        var ending = calendar.Connections.DisconnectAsync("calendar", user: "mia");
        Assert.That(await calendar.StoredAsync(), Is.Null);
        await calendar.Time.RunAsync(Task.WhenAny(ending, Task.Delay(TimeSpan.FromSeconds(11), calendar.Time)));

        Assert.That(calendar.Time.GetUtcNow() - before, Is.LessThanOrEqualTo(TimeSpan.FromSeconds(11)));
    }

    [TestCase("mia", null, false)]
    [TestCase("ben", null, true)]
    public async Task Only_that_connection_ends(string user, string? tenant, bool lives)
    {
        await using var calendar = new CalendarTest();
        await calendar.ConnectAsync();

        var ended = await calendar.Connections.DisconnectAsync("calendar", tenant, user);

        Assert.That(ended, Is.EqualTo(!lives));
        Assert.That(await calendar.StoredAsync(), lives ? Is.Not.Null : Is.Null);
    }

    [Test]
    public async Task The_grant_that_is_revoked_is_the_one_that_was_deleted()
    {
        var store = new WatchedStore();
        await using var calendar = new CalendarTest(static o => o.RevocationUrl = "https://login.calendar.example/revoke", services => services.AddSingleton<IConnectionStore>(store));
        await calendar.ConnectAsync();
        var key = new ConnectionKey("calendar", user: "mia");
        var (connection, version) = (await store.Inner.ReadAsync(key))!;

        // Another process renews between the read and what follows it; its write loses against one that came before.
        async Task RenewAsync() => await store.Inner.TryWriteAsync(connection with { Grant = connection.Grant! with { RefreshToken = "rt-2" } }, version);
        store.BeforeWrite = _ => RenewAsync();
        store.BeforeDelete = RenewAsync;

        await calendar.Connections.DisconnectAsync("calendar", user: "mia");

        Assert.That(CalendarTest.Parameters(calendar.TokenRequests[^1].Body!)["token"], Is.EqualTo("rt-2"));
        Assert.That(await store.Inner.ReadAsync(key), Is.Null);
    }

    [Test]
    public async Task Who_connects_again_is_served_at_once()
    {
        await using var calendar = new CalendarTest();
        await calendar.ConnectAsync();
        await calendar.Connections.DisconnectAsync("calendar", user: "mia");
        await Assert.CatchAsync<AuthorizationRequiredException>(() => calendar.Client.For(user: "mia").GetAsync("events"));
        calendar.Token = static _ => CalendarTest.Json(200, """{"access_token":"at-2","token_type":"Bearer","expires_in":3600}""");

        await calendar.ConnectAsync();
        using var response = await calendar.Client.For(user: "mia").GetAsync("events");

        Assert.That(calendar.Calls[^1]["Authorization"], Is.EqualTo("Bearer at-2"));
    }

    /// <summary>Somebody else's profile around ours, with what such a profile can pass on.</summary>
    private sealed class Around : IProfileDecorator
    {
        public IAuthorizationProfile Decorate(IAuthorizationProfile profile) => new Outer(profile);

        private sealed class Outer(IAuthorizationProfile inner) : IAuthorizationProfile
        {
            public ProfileDefinition Definition => inner.Definition;

            public ConsentFlow? Consent => inner.Consent;

            public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken) => inner.AcquireAsync(request, cancellationToken);
        }
    }
}
