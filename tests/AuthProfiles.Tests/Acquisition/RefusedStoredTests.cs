using System.Collections.Immutable;
using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>Where a service refuses a key or token of a stored connection, the connection is read anew: another process may have changed or ended it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RefusedStoredTests
{
    private static readonly ConnectionName Acme = ConnectionName.Create("keyed", "acme", null);
    private static readonly ConnectionName Mia = ConnectionName.Create("keyed", null, "mia");

    private readonly ManualTime _clock = new();
    private readonly WatchedStore _store = new();

    [Test]
    public async Task A_key_that_was_replaced_elsewhere_is_used()
    {
        await GiveAsync(Acme, "one");
        using var source = SourceOf();
        var refused = await source.AcquireAsync(Acme, CancellationToken.None);
        await GiveAsync(Acme, "two");

        var renewed = await source.RenewAsync(Acme, refused, CancellationToken.None);

        Assert.That(KeyOf(renewed!), Is.EqualTo("two"));
        Assert.That(await source.AcquireAsync(Acme, CancellationToken.None), Is.SameAs(renewed));
    }

    [Test]
    public async Task A_key_that_is_the_same_is_not_sent_again()
    {
        await GiveAsync(Acme, "one");
        using var source = SourceOf();
        var refused = await source.AcquireAsync(Acme, CancellationToken.None);

        Assert.That(await source.RenewAsync(Acme, refused, CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task A_tenant_that_has_connected_elsewhere_is_no_longer_served_by_what_is_shared()
    {
        using var source = SourceOf(static options => options.Key = "shared");
        var refused = await source.AcquireAsync(Acme, CancellationToken.None);
        await GiveAsync(Acme, "one");

        Assert.That(KeyOf((await source.RenewAsync(Acme, refused, CancellationToken.None))!), Is.EqualTo("one"));
    }

    [Test]
    public async Task Any_number_of_refusals_at_once_makes_one_read()
    {
        await GiveAsync(Acme, "one");
        using var source = SourceOf();
        var refused = await source.AcquireAsync(Acme, CancellationToken.None);
        await GiveAsync(Acme, "two");
        var (reads, halt) = (_store.Reads, new Halt());
        _store.BeforeRead = halt.HoldAsync;

        var renewing = Enumerable.Range(0, 100).Select(_ => source.RenewAsync(Acme, refused, CancellationToken.None).AsTask()).ToArray();
        await Eventually.HoldsAsync(() => _store.Reads > reads);
        halt.Release();
        var renewed = await Task.WhenAll(renewing);

        Assert.That(renewed.Distinct().Select(static held => KeyOf(held!)), Is.EqualTo(new[] { "two" }));
        Assert.That(_store.Reads, Is.EqualTo(reads + 1));
    }

    [Test]
    public async Task A_user_who_has_disconnected_elsewhere_is_asked_to_connect_again()
    {
        await GiveAsync(Mia, "one");
        using var source = SourceOf();
        var refused = await source.AcquireAsync(Mia, CancellationToken.None);
        await _store.DeleteAsync(KeyFor(Mia));

        await Assert.ThatAsync(async () => await source.RenewAsync(Mia, refused, CancellationToken.None), Throws.TypeOf<AuthorizationRequiredException>());

        await Assert.ThatAsync(async () => await source.AcquireAsync(Mia, CancellationToken.None), Throws.TypeOf<AuthorizationRequiredException>());
        Assert.That(source.AcquireAtOnce(Mia), Is.Null);
    }

    [TestCase("AuthProfiles:Profiles:keyed:Connections:globex:Key", AuthorizationErrorKind.UnknownConnection)]
    [TestCase("AuthProfiles:Profiles:keyed:Probe", AuthorizationErrorKind.Configuration)]
    public async Task A_tenant_that_has_disconnected_elsewhere_is_not_served_again(string setting, AuthorizationErrorKind expected)
    {
        await GiveAsync(Acme, "one");
        using var source = SourceOf(settings: Configured.By((setting, "GET x")));
        var refused = await source.AcquireAsync(Acme, CancellationToken.None);
        await _store.DeleteAsync(KeyFor(Acme));

        Assert.That(await source.RenewAsync(Acme, refused, CancellationToken.None), Is.Null, "the caller gets the service's own answer");

        await Assert.ThatAsync(async () => await source.AcquireAsync(Acme, CancellationToken.None), Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(expected));
    }

    [Test]
    public async Task A_token_that_was_obtained_for_an_ended_connection_ends_with_it()
    {
        await _store.TryWriteAsync(new() { Key = new("counted", null, "mia") }, 0);
        using var source = new CredentialSource(new CountingProfile(), new(static () => throw new InvalidOperationException("No token client here."), _clock, _store));
        var refused = await source.AcquireAsync(Mia, CancellationToken.None);
        await _store.DeleteAsync(new("counted", null, "mia"));

        await Assert.ThatAsync(async () => await source.RenewAsync(Mia, refused, CancellationToken.None), Throws.TypeOf<AuthorizationRequiredException>());

        Assert.That(source.TryGetWarm(Mia, out _), Is.False);
    }

    [Test]
    [Category("I9")]
    public async Task A_key_goes_on_where_the_store_can_not_be_read()
    {
        await GiveAsync(Acme, "one");
        using var source = SourceOf();
        var refused = await source.AcquireAsync(Acme, CancellationToken.None);
        _store.BeforeRead = static () => throw new IOException();

        Assert.That(await source.RenewAsync(Acme, refused, CancellationToken.None), Is.Null);

        Assert.That(await source.AcquireAsync(Acme, CancellationToken.None), Is.SameAs(refused));
    }

    [Test]
    public async Task A_key_in_the_settings_is_renewed_without_a_read()
    {
        const string key = "AuthProfiles:Profiles:keyed:Connections:acme:Key";
        var settings = Configured.By((key, "one"));
        using var source = SourceOf(settings: settings);
        var refused = await source.AcquireAsync(Acme, CancellationToken.None);
        settings[key] = "two";

        var renewing = source.RenewAsync(Acme, refused, CancellationToken.None);

        Assert.That(renewing.IsCompleted, Is.True);
        Assert.That((KeyOf((await renewing)!), _store.Reads), Is.EqualTo(("two", 0)));
    }

    private static string KeyOf(HeldCredential held) => held.Credential.Fields[0].Value.Reveal();

    private static ConnectionKey KeyFor(ConnectionName name) => new("keyed", name);

    private async Task GiveAsync(ConnectionName name, string key)
    {
        var stored = await _store.Inner.ReadAsync(KeyFor(name));
        await _store.Inner.TryWriteAsync(new() { Key = KeyFor(name), Inputs = ImmutableDictionary<string, SecretValue>.Empty.Add("key", key) }, stored?.Version ?? 0);
    }

    private CredentialSource SourceOf(Action<ApiKeyOptions>? configure = null, IConfiguration? settings = null)
    {
        var options = new ApiKeyOptions { BaseUrl = "https://api.example/" };
        configure?.Invoke(options);
        return new(new ApiKeyProfile("keyed", options), new(static () => throw new InvalidOperationException("No token client here."), _clock, _store, settings));
    }
}
