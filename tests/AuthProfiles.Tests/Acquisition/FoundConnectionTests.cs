using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>Where a connection is looked for, what goes before what, and what is said where there is none.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FoundConnectionTests
{
    private const string Section = "AuthProfiles:Profiles:orders:";
    private const string Acme = Section + "Connections:acme:";

    private static readonly ProfileTraits Keyed = new()
    {
        AuthorizationType = "Orders",
        Fields = [new("key"), new("clientId") { Optional = true, OfApplication = true }, new("clientSecret") { Optional = true, OfApplication = true }],
    };

    private readonly ManualClock _clock = new();
    private readonly WatchedStore _store = new();
    private readonly ListLogger _logger = new();

    [TestCaseSource(nameof(Refusals))]
    public async Task A_connection_that_serves_nobody_is_refused_with_the_cure(Refusal refusal)
    {
        if (refusal.State is { } state)
        {
            await _store.TryWriteAsync(new() { Key = new("orders", refusal.Tenant, refusal.User), State = state }, 0);
        }

        using var source = SourceOf(refusal.Traits, static _ => { }, refusal.Settings);

        var error = await Assert.CatchAsync<AuthorizationException>(() => FindAsync(source, refusal.Tenant, refusal.User));

        Assert.That((error!.Kind, error.Tenant, error.User, error.Message), Is.EqualTo((refusal.Kind, refusal.Tenant, refusal.User, refusal.Message)));
    }

    [Test]
    public async Task A_tenant_that_nobody_named_is_served_where_tenants_have_no_connections_or_any_may_come([Values] bool named, [Values] bool any)
    {
        using var source = SourceOf(Keyed, options => options.AllowAnyTenant = any, named ? Configured.By((Acme + "Key", "k")) : Configured.By((Section + "Probe", "GET x")));

        var finding = FindAsync(source, "globex");

        Assert.That(async () => await finding, named && !any ? Throws.TypeOf<AuthorizationException>() : Throws.Nothing);
    }

    [Test]
    public async Task A_tenant_that_code_names_is_known_and_others_are_not()
    {
        using var source = SourceOf(Keyed, static options => options.Connections["acme"] = GivenInputs.Of(("key", "in-code")));

        Assert.That((await FindAsync(source, "acme")).Values.Read("key")?.Reveal(), Is.EqualTo("in-code"));
        Assert.That(async () => await FindAsync(source, "globex"), Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.UnknownConnection));
    }

    [Test]
    public async Task Settings_go_before_code()
    {
        using var source = SourceOf(Keyed, static options => options.Connections["acme"] = GivenInputs.Of(("key", "in-code")), Configured.By((Acme + "Key", "in-settings")));

        Assert.That((await FindAsync(source, "acme")).Values.Read("key")?.Reveal(), Is.EqualTo("in-settings"));
        Assert.That(source.Finder.ValuesOf(new ConnectionName("acme", null)).Read("key")?.Reveal(), Is.EqualTo("in-settings"));
    }

    [Test]
    public async Task What_is_given_and_keeps_no_grant_is_not_looked_for_in_the_store()
    {
        using var source = SourceOf(Keyed, static _ => { }, Configured.By((Acme + "Key", "k")));

        var target = await source.Finder.FindAsync(new ConnectionName("acme", null), CancellationToken.None);

        Assert.That((target.IsGiven, target.Stored, _store.Reads), Is.EqualTo((true, (StoredConnection?)null, 0)));
    }

    [Test]
    public async Task What_is_given_and_keeps_its_grants_is_given_before_the_first_and_after_it([Values] bool isStored)
    {
        if (isStored)
        {
            await _store.TryWriteAsync(new() { Key = new("orders", "acme"), Grant = GrantOfAnHour() }, 0);
        }

        using var source = SourceOf(Keyed with { KeepsGrant = true }, static _ => { }, Configured.By((Acme + "Key", "k")));
        var name = new ConnectionName("acme", null);

        var found = await source.Finder.FindAsync(name, CancellationToken.None);
        var aimed = source.Finder.Aim(name, await _store.ReadAsync(new("orders", "acme")));

        foreach (var target in new[] { found, aimed })
        {
            Assert.That((target.IsGiven, target.Values.Read("key")?.Reveal(), target.StoredVersion, target.Grant is not null), Is.EqualTo((true, "k", isStored ? 1L : 0L, isStored)));
        }
    }

    [Test]
    public async Task What_nobody_gave_is_not_given([Values] bool keepsGrant)
    {
        using var source = SourceOf(Keyed with { KeepsGrant = keepsGrant });
        var name = new ConnectionName("acme", null);

        Assert.That((await source.Finder.FindAsync(name, CancellationToken.None)).IsGiven, Is.False);
        Assert.That(source.Finder.Aim(name, stored: null).IsGiven, Is.False);
    }

    [TestCase(null, "k-shared")]
    [TestCase("acme", "k-acme")]
    [TestCase("initech", "k-code")]
    [TestCase("globex", "k-shared")]
    public void Values_are_those_of_settings_of_code_or_the_shared_ones(string? tenant, string expected)
    {
        using var source = SourceOf(
            Keyed,
            static options => options.Connections["initech"] = GivenInputs.Of(("key", "k-code")),
            Configured.By((Acme + "Key", "k-acme")),
            shared: ("key", "k-shared"));

        Assert.That(source.Finder.ValuesOf(new ConnectionName(tenant, null)).Read("key")?.Reveal(), Is.EqualTo(expected));
    }

    [Test]
    [Category("I7")]
    public async Task A_user_goes_by_the_app_that_its_tenant_has_in_the_store([Values] bool hasConnected)
    {
        await _store.TryWriteAsync(new() { Key = new("orders", "acme"), Inputs = GivenInputs.Of(("clientId", "stored"), ("clientSecret", "s-stored")) }, 0);
        if (hasConnected)
        {
            await _store.TryWriteAsync(new() { Key = new("orders", "acme", "mia"), Inputs = GivenInputs.Of(("key", "own")) }, 0);
        }

        using var source = SourceOf(Keyed with { ServesAnyUser = true });

        var values = (await FindAsync(source, "acme", "mia")).Values;

        Assert.That((values.Read("clientId")?.Reveal(), values.Read("clientSecret")?.Reveal(), values.Read("key")?.Reveal()), Is.EqualTo(("stored", "s-stored", hasConnected ? "own" : null)));
    }

    [TestCase("ClientId", "in-settings", "in-settings", null)]
    [TestCase("Key", "k", "stored", "s-stored")]
    [Category("I7")]
    public async Task A_client_in_the_settings_takes_the_place_of_a_stored_one_as_a_whole(string setting, string value, string clientId, string? clientSecret)
    {
        await _store.TryWriteAsync(new() { Key = new("orders", "acme"), Inputs = GivenInputs.Of(("clientId", "stored"), ("clientSecret", "s-stored")) }, 0);
        using var source = SourceOf(Keyed with { ServesAnyUser = true, KeepsGrant = true }, static _ => { }, Configured.By((Acme + setting, value)));

        foreach (var user in (string?[])[null, "mia"])
        {
            var values = (await source.Finder.FindAsync(new ConnectionName("acme", user), CancellationToken.None)).Values;
            Assert.That((values.Read("clientId")?.Reveal(), values.Read("clientSecret")?.Reveal()), Is.EqualTo((clientId, clientSecret)), user);
        }
    }

    [TestCase("acme", true)]
    [TestCase("initech", true)]
    [TestCase("hooli", true)]
    [TestCase(null, true)]
    [TestCase("globex", false)]
    [TestCase("umbrella", false)]
    public async Task A_user_who_need_not_connect_is_served_where_the_tenant_is_known_or_there_is_none(string? tenant, bool expected)
    {
        await _store.TryWriteAsync(new() { Key = new("orders", "hooli") }, 0);
        await _store.TryWriteAsync(new() { Key = new("orders", "umbrella"), State = ConnectionState.Revoked }, 0);
        using var source = SourceOf(Keyed with { ServesAnyUser = true }, static options => options.Connections["initech"] = GivenInputs.Of(("key", "k")), Configured.By((Acme + "Key", "k")));

        Assert.That(
            async () => await FindAsync(source, tenant, "mia"),
            expected ? Throws.Nothing : Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.UnknownConnection));
    }

    [Test]
    public async Task A_tenant_of_a_profile_without_an_app_is_not_read_for_its_users()
    {
        await _store.TryWriteAsync(new() { Key = new("orders", "acme", "mia"), Inputs = GivenInputs.Of(("key", "own")) }, 0);
        using var source = SourceOf(Keyed with { Fields = [new("key")] });

        await FindAsync(source, "acme", "mia");

        Assert.That(_store.Reads, Is.EqualTo(1));
    }

    [TestCase("acme", null)]
    [TestCase(null, "mia")]
    public async Task Who_is_no_user_of_a_tenant_is_read_alone(string? tenant, string? user)
    {
        await _store.TryWriteAsync(new() { Key = new("orders", tenant, user), Inputs = GivenInputs.Of(("key", "own")) }, 0);
        using var source = SourceOf(Keyed);

        await FindAsync(source, tenant, user);

        Assert.That(_store.Reads, Is.EqualTo(1));
    }

    [TestCase(false)]
    [TestCase(true)]
    [Category("I7")]
    public async Task A_tenants_app_that_can_not_be_read_is_replaced_by_that_of_the_settings_and_by_no_other(bool isGiven)
    {
        var faulty = new FaultyStore(_store) { Fault = ConnectionFault.Altered };
        await _store.TryWriteAsync(new() { Key = new("orders", "acme"), Inputs = GivenInputs.Of(("clientId", "stored")) }, 0);
        using var source = new CredentialSource(
            new TraitProfile(Keyed with { ServesAnyUser = true }),
            new(static () => throw new InvalidOperationException(), _clock, faulty, isGiven ? Configured.By((Acme + "ClientId", "in-settings")) : null));

        var finding = source.Finder.FindAsync(ConnectionName.Create("orders", "acme", "mia"), CancellationToken.None).AsTask();

        if (isGiven)
        {
            Assert.That((await finding).Values.Read("clientId")?.Reveal(), Is.EqualTo("in-settings"));
        }
        else
        {
            var error = await Assert.CatchAsync<AuthorizationRequiredException>(() => finding);
            Assert.That(error!.Message, Is.EqualTo("orders for acme, user mia: the connection of the tenant itself can't be read (Altered), and with it the app that its users authorize: connect the tenant again."));
        }
    }

    [Test]
    public void Tenants_are_listed_once_and_again_when_the_settings_change()
    {
        var settings = (IConfigurationRoot)Configured.By((Acme + "Key", "k"));
        var tenants = new SettingsTenants("AuthProfiles:Profiles:orders");
        Assert.That((tenants.Contains(settings, "acme"), tenants.Any(settings)), Is.EqualTo((true, true)));

        settings[Section + "Connections:globex:Key"] = "k";
        Assert.That(tenants.All(settings), Is.EqualTo(new[] { "acme" }), "a look costs a walk over all settings");
        settings.Reload();

        Assert.That(tenants.All(settings), Is.EquivalentTo(new[] { "acme", "globex" }));
        Assert.That(new SettingsTenants("AuthProfiles:Profiles:others").Any(settings), Is.False);
    }

    public static IEnumerable<TestCaseData> Refusals()
    {
        const AuthorizationErrorKind Unknown = AuthorizationErrorKind.UnknownConnection;
        const AuthorizationErrorKind Required = AuthorizationErrorKind.AuthorizationRequired;
        var consent = Keyed with { AsksConsent = true };
        Refusal[] all =
        [
            new("a user of the application's own access", Keyed with { RefusesUsers = true }, "acme", "mia", Unknown, "orders for acme, user mia: Orders is the application's own access and serves no user: leave the user out, or use a profile that users authorize."),
            new("a tenant that nobody knows", Keyed, "globex", null, Unknown, "orders for globex: nobody knows this tenant. Add it under AuthProfiles:Profiles:orders:Connections, connect it with connections.ConnectAsync, or set AllowAnyTenant.") { Settings = Configured.By((Acme + "Key", "k")) },
            new("a user who gave nothing", Keyed, null, "mia", Required, "orders, user mia: the user has not connected yet: store what they give with connections.ConnectAsync."),
            new("a user who consented to nothing", consent, null, "mia", Required, "orders, user mia: the user has not connected yet. Ask for consent: connections.StartAsync(\"orders\", user: \"mia\"), or LogInAsync in a program without web pages."),
            new("a connection that waits for its owner", Keyed, null, "mia", Required, "orders, user mia: its owner has not authorized it yet.") { State = ConnectionState.AuthorizationRequired },
            new("a connection that has expired", Keyed, null, "mia", Required, "orders, user mia: the connection is Expired: its owner must authorize again.") { State = ConnectionState.Expired },
            new("a connection that was taken back", Keyed, "acme", null, Required, "orders for acme: the connection is Revoked: its owner must authorize again.") { State = ConnectionState.Revoked },
        ];
        return all.Select(static refusal => new TestCaseData(refusal).SetArgDisplayNames(refusal.What));
    }

    private static Task<ConnectionTarget> FindAsync(CredentialSource source, string? tenant, string? user = null) =>
        source.GetTargetAsync(ConnectionName.Create("orders", tenant, user), CancellationToken.None).AsTask();

    private Grant GrantOfAnHour() => new() { AccessToken = "access", ObtainedAt = _clock.GetUtcNow(), ExpiresAt = _clock.GetUtcNow().AddHours(1) };

    private CredentialSource SourceOf(ProfileTraits traits, Action<DelegateOptions>? configure = null, IConfiguration? settings = null, params ReadOnlySpan<(string Key, SecretValue? Value)> shared) => new(
        new TraitProfile(traits, configure, answer: null, shared),
        new(static () => throw new InvalidOperationException("No token client here."), _clock, _store, settings) { Logger = _logger });

    /// <summary>A connection that serves nobody, and what is said of it.</summary>
    public sealed record Refusal(string What, ProfileTraits Traits, string? Tenant, string? User, AuthorizationErrorKind Kind, string Message)
    {
        public ConnectionState? State { get; init; }

        public IConfiguration? Settings { get; init; }
    }
}
