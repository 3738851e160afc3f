using System.Collections.Immutable;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

/// <summary>What a developer is told of each option that can't be: which one, and what to set it to.</summary>
internal sealed class OAuthValidatorTests
{
    private const string Client = "a text of 1 to 255 characters: ";
    private const string Key = "a private key as PEM or as a JSON Web Key: it is neither PEM nor a JSON Web Key; give the key itself, not the path of its file";
    private const string Lifetime = "a time from one second to 3,650 days";
    private const string Resource = "absolute addresses without a fragment, such as https://api.example.com/ (RFC 8707, section 2)";

    private static readonly ImmutableDictionary<string, string> None = ImmutableDictionary<string, string>.Empty;

    [TestCaseSource(nameof(Wrong))]
    public void A_wrong_option_is_named_with_its_cure(string setting, Action<ClientCredentialsOptions> configure, string cure)
    {
        var error = Assert.Catch<AuthorizationException>(() => Make(configure))!;

        Assert.That(error.Findings.Select(static finding => finding.Setting), Is.EqualTo(new[] { $"AuthProfiles:Profiles:orders:{setting}" }));
        Assert.That(error.Message, Does.EndWith($") to {cure}."));
    }

    [TestCaseSource(nameof(Right))]
    public void What_is_just_within_its_range_is_taken(string name, Action<ClientCredentialsOptions> configure) =>
        Assert.That(() => Make(configure), Throws.Nothing, name);

    [TestCase(0, "it is empty")]
    [TestCase(1, null)]
    [TestCase(255, null)]
    [TestCase(256, "it is longer than 255 characters")]
    public void A_clients_value_has_a_length(int length, string? fault) =>
        Assert.That(OAuthValidator.ValueFault(new string('x', length)), Is.EqualTo(fault));

    private static IEnumerable<TestCaseData> Wrong() =>
    [
        Row("ClientId", static o => o.ClientId = string.Empty, Client + "it is empty"),
        Row("ClientId", static o => o.ClientId = new('x', 256), Client + "it is longer than 255 characters"),
        Row("ClientSecret", static o => o.ClientSecret = new string('x', 256), Client + "it is longer than 255 characters"),
        Row("SecondaryClientSecret", static o => o.SecondaryClientSecret = string.Empty, Client + "it is empty"),
        Row("ClientKey", static o => o.ClientKey = "no key", Key),
        Row("SecondaryClientKey", static o => o.SecondaryClientKey = "no key", Key),
        Row("Scope", static o => o.Scope["client_id"] = "x", "parameters that the protocol does not write itself, so not 'client_id'"),
        Row("TokenParameters", static o => o.TokenParameters[string.Empty] = "x", "parameters with names"),
        Row("RefreshParameters", static o => o.RefreshParameters["code"] = "x", "parameters that the protocol does not write itself, so not 'code'"),
        Row("RefreshParameters", static o => o.RefreshParameters["scope"] = "a", "a scope whose words are all in Scope (RFC 6749, section 6)"),
        Row("RefreshParameters", static o => (o.Scope["scope"], o.RefreshParameters["scope"]) = ("a b", "b  c"), "a scope whose words are all in Scope (RFC 6749, section 6)"),
        Row("TokenParameters", static o => (o.Scope["audience"], o.TokenParameters["audience"]) = ("a", "a"), "parameters that Scope does not have already, so not 'audience'"),
        Row("ClientAuthentication", static o => o.ClientAuthentication = (ClientAuthentication)77, string.Join(" or ", Enum.GetNames<ClientAuthentication>())),
        Row("BodyFormat", static o => o.BodyFormat = (BodyFormat)77, "Form or Json or Query or QueryWithSecret"),
        Row("BodyFormat", static o => (o.BodyFormat, o.ClientAuthentication) = (BodyFormat.Query, ClientAuthentication.Post), "QueryWithSecret if the service leaves no other way, because Query keeps what proves the client out of addresses, or the client's authentication to Basic"),
        Row("Resources", static o => o.Resources.Add("/api"), Resource),
        Row("Resources", static o => o.Resources.Add("https://api.example/#part"), Resource),
        Row("AssumedLifetime", static o => o.AssumedLifetime = TimeSpan.FromMilliseconds(999), Lifetime),
        Row("AssumedLifetime", static o => o.AssumedLifetime = TimeSpan.FromDays(3650) + TimeSpan.FromTicks(1), Lifetime),
        Row("AcceptedTokenTypes", static o => o.AcceptedTokenTypes.Add("a b"), "names of token types without spaces"),
        OfProvider("AssumedLifetime", static p => p with { AssumedLifetime = TimeSpan.MaxValue }, Lifetime),
        OfProvider("AssumedLifetime", static p => p with { AssumedLifetime = TimeSpan.Zero }, Lifetime),
        OfProvider("AssumedLifetime", static p => p with { AssumedLifetime = TimeSpan.FromSeconds(-1) }, Lifetime),
        OfProvider("TokenParameters", static p => p with { TokenParameters = None.Add("grant_type", "x") }, "parameters that the protocol does not write itself, so not 'grant_type'"),
        OfProvider("RefreshParameters", static p => p with { RefreshParameters = None.Add("client_id", "x") }, "parameters that the protocol does not write itself, so not 'client_id'"),
        OfProvider("AuthorizationParameters", static p => p with { AuthorizationParameters = None.Add("state", "x") }, "parameters that the protocol does not write itself, so not 'state'"),
        OfProvider("ScopeSeparator", static p => p with { ScopeSeparator = string.Empty }, "one character or more"),
        OfProvider("AccountLabel", static p => p with { AccountLabel = "login" }, "another place, such as /user/email: a JSON Pointer begins with '/'"),
        OfProvider("Answer:ScopeSeparator", static p => p with { Answer = p.Answer with { ScopeSeparator = string.Empty } }, "one character or more"),
        OfProvider("ParameterNames", static p => p with { ParameterNames = None.Add("client_id", "grant_type") }, "names of which each is written once: 'grant_type' would be there twice"),
        OfProvider("AuthorizationParameterNames", static p => p with { AuthorizationParameterNames = None.Add("state", "s") }, "names of which each is written once, and none for 'state', which callbacks bring back by that name"),
        OfProvider("Headers", static p => p with { Headers = None.Add("Accept", "x") }, "headers that the token request does not write itself, so not 'Accept'"),
    ];

    private static IEnumerable<TestCaseData> Right() =>
    [
        Row("the shortest lifetime", static o => o.AssumedLifetime = TimeSpan.FromSeconds(1)),
        Row("the longest lifetime", static o => o.AssumedLifetime = TimeSpan.FromDays(3650)),
        Row("a scope that renews what was asked for", static o => (o.Scope["scope"], o.RefreshParameters["scope"]) = ("a b", " b  a ")),
        Row("a resource that is no web address", static o => o.Resources.Add("URN:service:a")),
        Row("a type besides Bearer", static o => o.AcceptedTokenTypes.Add("mac")),
        Row("another parameter than Scope's", static o => (o.Scope["scope"], o.TokenParameters["audience"]) = ("a", "a")),
    ];

    private static TestCaseData OfProvider(string setting, Func<OAuthProvider, OAuthProvider> change, string cure) =>
        Row($"Provider:{setting}", o => o.Provider = change(OAuthProvider.Standard), cure);

    private static TestCaseData Row(string setting, Action<ClientCredentialsOptions> configure, string cure) =>
        new TestCaseData(setting, configure, cure).SetArgDisplayNames(setting, cure);

    private static TestCaseData Row(string name, Action<ClientCredentialsOptions> configure) => new TestCaseData(name, configure).SetArgDisplayNames(name);

    private static ClientCredentialsProfile Make(Action<ClientCredentialsOptions> configure)
    {
        var options = new ClientCredentialsOptions { TokenUrl = "https://login.example/token", ClientId = "id", ClientSecret = "s3cret" };
        configure(options);
        return new("orders", options);
    }
}
