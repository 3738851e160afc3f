using System.Collections.Immutable;
using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>Which values are told as missing before anything is sent.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MissingValueTests : ISettingSupplier
{
    private static readonly ImmutableArray<AdditionalField> Fields =
        [new("key"), new("region") { Secret = false }, new("label") { Optional = true, Secret = false }, new("clientId") { OfApplication = true, Secret = false }];

    private readonly HashSet<string> _supplied = new(StringComparer.Ordinal);

    [Test]
    public void All_that_is_needed_and_not_there_is_missing() =>
        Assert.That(MissingOf(new() { AuthorizationType = "Orders", Fields = Fields }, ("region", "eu")), Is.EqualTo("Key ClientId"));

    [Test]
    public void What_is_supplied_is_not_missing()
    {
        _supplied.Add("key");

        Assert.That(MissingOf(new() { AuthorizationType = "Orders", Fields = Fields }), Is.EqualTo("Region ClientId"));
    }

    [Test]
    public void What_users_give_themselves_is_not_missing() =>
        Assert.That(MissingOf(new() { AuthorizationType = "Orders", Fields = Fields }, static options => options.ConnectionMode = ConnectionMode.UserAuthorized), Is.EqualTo("ClientId"));

    [TestCase("", "User Password", TestName = "The_default_way_is_missed_where_none_was_begun")]
    [TestCase("cert", "", TestName = "Any_complete_way_will_do")]
    [TestCase("password", "User", TestName = "A_way_that_was_begun_is_to_be_completed")]
    [TestCase("region tenantId", "AppSecret", TestName = "The_way_that_was_begun_furthest_is_to_be_completed")]
    [TestCase("user region tenantId", "AppSecret", TestName = "The_way_of_which_most_is_there_is_to_be_completed")]
    public void The_values_of_one_way_are_missing(string given, string expected)
    {
        var fields = ImmutableArray.Create(Plain("user"), Plain("password"), Plain("appSecret"), Plain("tenantId"), Plain("region"), Plain("cert"));
        var traits = new ProfileTraits
        {
            AuthorizationType = "Orders",
            Fields = [.. fields.Select(static field => field with { Optional = true })],
            Ways = [Way("user", "password"), Way("tenantId", "region", "appSecret"), Way("cert")],
        };

        Assert.That(MissingOf(traits, [.. given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static key => (key, (SecretValue?)new SecretValue("v")))]), Is.EqualTo(expected));
    }

    [Test]
    public void A_way_misses_its_values_in_the_order_of_the_profiles_fields()
    {
        var traits = new ProfileTraits { AuthorizationType = "Orders", Fields = [Plain("one") with { Optional = true }, Plain("two") with { Optional = true }, Plain("three") with { Optional = true }], Ways = [Way("three", "one", "two")] };

        Assert.That(MissingOf(traits), Is.EqualTo("One Two Three"));
    }

    [TestCase(null, false, false, "Key")]
    [TestCase(null, false, true, "")]
    [TestCase("Probe", false, false, "")]
    [TestCase("Probe", true, false, "Key")]
    [TestCase("Probe", true, true, "")]
    [TestCase("Connections:acme:Key", true, false, "")]
    public void The_developers_own_connection_misses_a_value_only_where_no_other_may_be_there(string? setting, bool looksInSettings, bool lasts, string expected)
    {
        IConnectionStore store = lasts ? new WatchedStore() : new InMemoryConnectionStore();
        var settings = setting is null ? null : Configured.By(("AuthProfiles:Profiles:orders:" + setting, "GET x"));
        using var source = new CredentialSource(
            new TraitProfile(new() { AuthorizationType = "Orders", Fields = [new("key")] }),
            new(static () => throw new InvalidOperationException("No token client here."), new ManualClock(), store, settings));

        Assert.That(Text(source.FindMissing(looksInSettings)), Is.EqualTo(expected));
    }

    [TestCase(null)]
    [TestCase("mia")]
    public async Task A_tenant_that_is_in_the_store_is_to_be_connected_again_because_settings_would_take_its_place(string? user)
    {
        var error = await MissAsync(user, settings: null);

        Assert.That((error.Kind, error.Tenant, error.User, error.Message), Is.EqualTo((
            AuthorizationErrorKind.Configuration,
            "acme",
            user,
            $"orders for acme{(user is null ? "" : ", user mia")}: ClientSecret is missing: connect the tenant again with connections.ConnectAsync, and give it.")));
    }

    [TestCase(null)]
    [TestCase("mia")]
    public async Task A_tenant_that_is_in_the_settings_too_is_to_be_given_the_value_there(string? user)
    {
        var error = await MissAsync(user, Configured.By(("AuthProfiles:Profiles:orders:Connections:acme:ClientId", "given")));

        Assert.That(error.Message, Does.StartWith("Profile 'orders' for tenant 'acme': ClientSecret is missing. Set AuthProfiles:Profiles:orders:Connections:acme:ClientSecret (environment: "));
    }

    string? ISettingSupplier.Supply(string profile, string setting) => profile == "orders" && _supplied.Contains(setting) ? "supplied" : null;

    private static AdditionalField Plain(string key) => new(key) { Secret = false };

    private static ProfileDefinition Way(params IEnumerable<string> keys) =>
        new TraitProfile(new() { AuthorizationType = "Way", Fields = [.. keys.Select(Plain)] }).Definition;

    private static string Text(IEnumerable<SettingFinding> findings) =>
        string.Join(' ', findings.Select(static finding => finding.Setting[(finding.Setting.LastIndexOf(':') + 1)..]));

    private static async Task<AuthorizationException> MissAsync(string? user, IConfiguration? settings)
    {
        var store = new InMemoryConnectionStore();
        await store.TryWriteAsync(new() { Key = new("orders", "acme"), Inputs = GivenInputs.Of(("clientId", "own")) }, 0);
        var traits = new ProfileTraits
        {
            AuthorizationType = "Orders",
            Fields = [new("clientId") { OfApplication = true, Secret = false }, new("clientSecret") { OfApplication = true }],
            KeepsGrant = user is null,
            ServesAnyUser = true,
        };
        using var source = new CredentialSource(
            new TraitProfile(traits, answer: static (request, _) => new(new Acquired(Credential.Bearer(request.Require("clientSecret"))))),
            new(static () => throw new InvalidOperationException("No token client here."), new ManualClock(), store, settings));
        return (await Assert.CatchAsync<AuthorizationException>(() => source.AcquireAsync(ConnectionName.Create("orders", "acme", user), CancellationToken.None).AsTask()))!;
    }

    private string MissingOf(ProfileTraits traits, params ReadOnlySpan<(string Key, SecretValue? Value)> shared) => MissingOf(traits, null, shared);

    private string MissingOf(ProfileTraits traits, Action<DelegateOptions>? configure, params ReadOnlySpan<(string Key, SecretValue? Value)> shared)
    {
        using var source = new CredentialSource(
            new TraitProfile(traits, configure, answer: null, shared),
            new(static () => throw new InvalidOperationException("No token client here."), new ManualClock(), new InMemoryConnectionStore(), Supplier: this));
        return Text(source.Finder.FindMissing(source.Finder.ValuesOf(ConnectionName.Own)).SelectMany(static error => error.Findings));
    }
}
