using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Templates;
using AuthProfiles.Testing;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>Where a credential may go, and what is said where it may not.</summary>
[TestFixture]
public sealed class ConnectionTargetTests
{
    private const string Set = "set BaseUrl, or add the origin to AlsoAllow";

    [TestCase("https://evil.example:8443/x?k=s3cret", "orders: the credential must not go to https://evil.example:8443. It is for https://api.example, https://files.example: " + Set + ".")]
    [TestCase("https://mia:s3cret@evil.example/x", "orders: the credential must not go to https://evil.example. It is for https://api.example, https://files.example: " + Set + ".")]
    [TestCase("http://api.example/x", "orders: the credential must not go to http://api.example. It is for https://api.example, https://files.example: no credential goes out by plain http.")]
    [TestCase("/x", "orders: the request has no absolute address.")]
    [TestCase(null, "orders: the request has no absolute address.")]
    public void A_refused_address_is_told_with_what_the_credential_is_for_and_the_cure(string? address, string expected)
    {
        var target = TargetOf(static options => options.AlsoAllow.Add("https://files.example"));

        var error = target.OriginRefused(address is null ? null : new Uri(address, UriKind.RelativeOrAbsolute));

        Assert.That((error.Kind, error.Message, error.Message.Contains("s3cret", StringComparison.Ordinal)), Is.EqualTo((AuthorizationErrorKind.OriginRefused, expected, false)));
    }

    [Test]
    public void An_address_that_is_not_known_yet_is_told_so()
    {
        var target = TargetOf(static options => options.BaseUrl = null);

        Assert.That(target.OriginRefused(new("https://api.example/")).Message, Is.EqualTo("orders: the credential must not go to https://api.example. It is for no address yet: " + Set + "."));
        Assert.That(target.Address.Allows(new("https://api.example/")), Is.False);
    }

    [TestCase("https://api.example/x", true)]
    [TestCase("https://files.example/x", true)]
    [TestCase("https://evil.example/x", false)]
    [Category("I1")]
    public void A_credential_goes_to_the_origins_of_its_address_alone(string address, bool expected)
    {
        var target = TargetOf(static options => options.AlsoAllow.Add("https://files.example"));

        Assert.That(target.Address.Allows(new(address)), Is.EqualTo(expected));
    }

    [TestCase("https://api.example/", false, false)]
    [TestCase("{{instance}}/x/", true, false)]
    [TestCase("https://{{region}}.api.example/", false, true)]
    public void An_address_that_is_not_there_comes_with_a_grant_or_with_a_value(string baseUrl, bool awaitsGrant, bool lacksAddress)
    {
        var target = TargetOf(options => options.BaseUrl = baseUrl);

        Assert.That((target.AwaitsGrant, target.LacksAddress), Is.EqualTo((awaitsGrant, lacksAddress)));
        Assert.That(target.BaseAddress is null, Is.EqualTo(awaitsGrant || lacksAddress));
    }

    [Test]
    public void An_address_that_is_needed_is_there_or_says_what_it_lacks()
    {
        var known = TargetOf(static _ => { });
        var lacking = TargetOf(static options => options.BaseUrl = "https://{{region}}.api.example/");

        Assert.That(known.RequireBaseAddress(), Is.SameAs(known.BaseAddress));
        Assert.That(Assert.Catch<AuthorizationException>(() => lacking.RequireBaseAddress())!.Message, Does.StartWith("Profile 'orders': Region is missing."));
    }

    [Test]
    public async Task An_address_of_a_value_that_comes_late_is_whole_when_it_is_needed()
    {
        var clock = new ManualClock();
        var store = new InMemoryConnectionStore();
        await store.TryWriteAsync(new() { Key = new("orders", "acme"), Inputs = GivenInputs.Of(("region", "eu")) }, 0);
        using var source = SourceOf(static options => options.BaseUrl = "https://{{region}}.api.example/", clock, store);

        var target = await source.GetTargetAsync(ConnectionName.Create("orders", "acme", null), CancellationToken.None);

        Assert.That((target.RequireBaseAddress().Host, target.StoredVersion, target.IsGiven), Is.EqualTo(("eu.api.example", 1L, false)));
    }

    private static ConnectionTarget TargetOf(Action<DelegateOptions> configure)
    {
        using var source = SourceOf(configure, new(), new());
        return source.Finder.AimAtOnce(ConnectionName.Own, last: null)!;
    }

    private static CredentialSource SourceOf(Action<DelegateOptions> configure, ManualClock clock, InMemoryConnectionStore store) => new(
        new TraitProfile(new() { AuthorizationType = "Orders", Fields = [new("region") { Secret = false }], Outputs = [new("instance") { Shape = ValueShape.Origin("example.com") }] }, configure),
        new(static () => throw new InvalidOperationException("No token client here."), clock, store));
}
