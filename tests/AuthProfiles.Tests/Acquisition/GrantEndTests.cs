using System.Collections.Immutable;
using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;
using AuthProfiles.Tests.OAuth;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>What ends a grant of an OAuth profile, and what does not.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[CancelAfter(30_000)]
internal sealed class GrantEndTests
{
    private const string Refusal = """{"error":"invalid_grant"}""";
    private const string Unusable = """{"access_token":"at-1","token_type":"mac","expires_in":3600,"refresh_token":"rt-2"}""";
    private const string Next = """{"access_token":"at-2","token_type":"Bearer","expires_in":3600,"refresh_token":"rt-3"}""";
    private const string Section = "AuthProfiles:Profiles:calendar:Connections:acme:";

    private static readonly ConnectionName Acme = ConnectionName.Create("calendar", "acme", null);
    private static readonly ConnectionKey Key = new("calendar", "acme");

    private readonly ManualClock _clock = new();
    private readonly WatchedStore _store;

    public GrantEndTests() => _store = new();

    [Test]
    public async Task A_refused_password_is_sent_once_until_the_settings_change()
    {
        var server = new TokenServer(Refusal, Next);
        var settings = Configured.By((Section + "Username", "mia"), (Section + "Password", "wrong"));
        using var source = SourceOf(Password(), server, settings);

        for (var i = 0; i < 5; i++)
        {
            var error = await Assert.CatchAsync<AuthorizationRequiredException>(() => AcquireAsync(source));
            Assert.That(error!.Message, Does.Contain(Section + "Username").And.Contain(Section + "Password").And.Not.Contain("wrong"));
            _clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.That(server.Sent, Has.Count.EqualTo(1));
        settings[Section + "Password"] = "right";
        Assert.That(TokenOf(await AcquireAsync(source)), Is.EqualTo("Bearer at-2"));
    }

    [Test]
    public async Task A_password_that_is_refused_after_its_grant_was_is_sent_once()
    {
        var server = new TokenServer(Refusal);
        await StoreAsync("rt-1");
        _clock.Advance(TimeSpan.FromHours(2));
        using var source = SourceOf(Password(), server, Configured.By((Section + "Username", "mia"), (Section + "Password", "wrong")));

        for (var i = 0; i < 3; i++)
        {
            await Assert.CatchAsync<AuthorizationRequiredException>(() => AcquireAsync(source));
            _clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.That(server.Sent.Select(static sent => sent.Form()["grant_type"]), Is.EqualTo(new[] { "refresh_token", "password" }));
        Assert.That(await StateAsync(), Is.EqualTo(ConnectionState.Expired));
    }

    [Test]
    public async Task A_stored_password_that_is_refused_names_its_fields_and_is_not_sent_after_a_restart()
    {
        var mia = ConnectionName.Create("calendar", "acme", "mia");
        await _store.TryWriteAsync(new() { Key = new("calendar", "acme", "mia"), Inputs = ImmutableDictionary.CreateRange<string, SecretValue>([new("username", "mia"), new("password", "wrong")]) }, 0);
        var server = new TokenServer(Refusal);
        using var source = SourceOf(Password(), server);
        using var restarted = SourceOf(Password(), server);

        var error = await Assert.CatchAsync<AuthorizationRequiredException>(async () => await source.AcquireAsync(mia, CancellationToken.None));
        await Assert.CatchAsync<AuthorizationRequiredException>(async () => await restarted.AcquireAsync(mia, CancellationToken.None));

        Assert.That(error!.Message, Does.Contain("Username").And.Contain("Password").And.Not.Contain("AuthProfiles:"));
        Assert.That(server.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_401_ends_no_grant_whose_token_lives_though_nothing_renews_it()
    {
        await StoreAsync(refreshToken: null);
        using var source = SourceOf(Code(), new TokenServer(Next));
        var held = await AcquireAsync(source);

        Assert.That(await source.RenewAsync(Acme, held, CancellationToken.None), Is.Null);

        Assert.That(await StateAsync(), Is.EqualTo(ConnectionState.Active));
        Assert.That(TokenOf(await AcquireAsync(source)), Is.EqualTo("Bearer old"));
    }

    [Test]
    public async Task A_grant_that_nothing_renews_ends_with_its_token()
    {
        await StoreAsync(refreshToken: null);
        using var source = SourceOf(Code(), new TokenServer(Next));
        await source.RenewAsync(Acme, await AcquireAsync(source), CancellationToken.None);
        _clock.Advance(TimeSpan.FromHours(2));

        await Assert.CatchAsync<AuthorizationRequiredException>(() => AcquireAsync(source));

        Assert.That(await StateAsync(), Is.EqualTo(ConnectionState.Expired));
    }

    [Test]
    public async Task A_changed_issuer_leaves_the_stored_grant_alone()
    {
        await StoreAsync("rt-1");
        _clock.Advance(TimeSpan.FromHours(2));
        var server = new TokenServer(Next);
        using var source = SourceOf(Code(static o => o.TokenUrl = "https://other.example/token"), server);

        await Assert.CatchAsync<AuthorizationRequiredException>(() => AcquireAsync(source));

        Assert.That((server.Sent.Count, await StateAsync()), Is.EqualTo((0, ConnectionState.Active)));
        using var mended = SourceOf(Code(), server);
        Assert.That(TokenOf(await AcquireAsync(mended)), Is.EqualTo("Bearer at-2"));
    }

    [Test]
    public async Task A_first_answer_that_can_not_be_used_loses_no_refresh_token_and_serves_no_token()
    {
        var server = new TokenServer(Unusable, Next);
        var settings = Configured.By((Section + "RefreshToken", "rt-1"));
        var profile = new RefreshTokenProfile("calendar", new() { TokenUrl = "https://login.example/token", ClientId = "id", ClientSecret = "s3cret", AllowAnyTenant = true });
        using var first = SourceOf(profile, server, settings);
        await Assert.CatchAsync<AuthorizationException>(() => AcquireAsync(first));
        using var restarted = SourceOf(profile, server, settings);

        _clock.Advance(TimeSpan.FromSeconds(5));
        var held = await AcquireAsync(restarted);

        Assert.That(TokenOf(held), Is.EqualTo("Bearer at-2"));
        Assert.That(server.Sent.Select(static sent => sent.Form()["refresh_token"]), Is.EqualTo(new[] { "rt-1", "rt-2" }));
        var stored = (await _store.Inner.ReadAsync(Key))!.Connection.Grant!;
        Assert.That((stored.RefreshToken!.Reveal(), stored.Issuer), Is.EqualTo(("rt-3", "https://login.example")));
    }

    [Test]
    public async Task CLK_What_stands_in_the_place_of_an_unusable_token_is_not_served_by_a_clock_that_goes_back()
    {
        var server = new TokenServer(Unusable, Next);
        var profile = new RefreshTokenProfile("calendar", new() { TokenUrl = "https://login.example/token", ClientId = "id", ClientSecret = "s3cret", RefreshToken = "rt-1", AllowAnyTenant = true });
        await _store.TryWriteAsync(new() { Key = new("calendar"), Grant = null }, 0);
        using (var source = SourceOf(profile, server))
        {
            await Assert.CatchAsync<AuthorizationException>(async () => await source.AcquireAsync(ConnectionName.Own, CancellationToken.None));
        }

        var stored = (await _store.Inner.ReadAsync(new("calendar")))!;
        await _store.Inner.TryWriteAsync(stored.Connection with { Grant = stored.Connection.Grant! with { ObtainedAt = _clock.GetUtcNow().AddDays(1) } }, stored.Version);
        using var later = SourceOf(profile, server);

        Assert.That(TokenOf(await later.AcquireAsync(ConnectionName.Own, CancellationToken.None)), Is.EqualTo("Bearer at-2"));
    }

    private static Task<HeldCredential> AcquireAsync(CredentialSource source) => source.AcquireAsync(Acme, CancellationToken.None).AsTask();

    private static string TokenOf(HeldCredential held) => held.Credential.Fields[0].Value.Reveal();

    private static PasswordProfile Password() =>
        new("calendar", new() { TokenUrl = "https://login.example/token", ClientId = "id", ClientSecret = "s3cret", AllowPasswordGrant = true, AllowAnyTenant = true });

    private static AuthorizationCodeProfile Code(Action<AuthorizationCodeOptions>? configure = null)
    {
        var options = new AuthorizationCodeOptions { AuthorizationUrl = "https://login.example/authorize", TokenUrl = "https://login.example/token", ClientId = "id", ClientSecret = "s3cret", AllowAnyTenant = true };
        configure?.Invoke(options);
        return new("calendar", options);
    }

    private async Task StoreAsync(string? refreshToken)
    {
        var now = _clock.GetUtcNow();
        var grant = ProfileCall.GrantOf(refreshToken: refreshToken) with { ObtainedAt = now, ExpiresAt = now.AddHours(1) };
        await _store.TryWriteAsync(new() { Key = Key, Grant = grant }, 0);
    }

    private async Task<ConnectionState> StateAsync() => (await _store.Inner.ReadAsync(Key))!.Connection.State;

    private CredentialSource SourceOf(IAuthorizationProfile profile, TokenServer server, IConfiguration? settings = null)
    {
#pragma warning disable CA2000 // Its handler is the test's, and it holds nothing else.
        var client = new HttpMessageInvoker(server, disposeHandler: false);
#pragma warning restore CA2000
        return new(profile, new(() => client, _clock, _store, settings));
    }
}
