using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

/// <summary>Which address is asked: the option's, else the provider's, else what the issuer says.</summary>
internal sealed class OAuthEndpointsTests
{
    private static readonly OAuthProvider Theirs = new("Theirs")
    {
        Issuer = "https://theirs.example",
        TokenUrl = "https://theirs.example/token",
        RefreshUrl = "https://theirs.example/refresh",
        RevocationUrl = "https://theirs.example/revoke",
    };

    [Test]
    public void An_issuer_of_the_options_goes_before_the_providers()
    {
        var (given, known) = (Of(new() { Provider = Theirs, Issuer = "https://ours.example" }), Of(new() { Provider = Theirs }));

        Assert.That((given.Server, given.HasIssuer, given.IsDiscovered), Is.EqualTo(("https://ours.example", true, false)));
        Assert.That(known.Server, Is.EqualTo("https://theirs.example"));
        Assert.That(Of(new() { TokenUrl = "https://ours.example/token" }).Server, Is.EqualTo("https://ours.example/token"));
    }

    [Test]
    public void One_address_is_enough_wherever_it_is_said()
    {
        Assert.That(() => Made(new() { Issuer = "https://ours.example" }), Throws.Nothing);
        Assert.That(() => Made(new() { TokenUrl = "https://ours.example/token" }), Throws.Nothing);
        Assert.That(() => Made(new() { Provider = new("Theirs") { Issuer = "https://theirs.example" } }), Throws.Nothing);
        Assert.That(() => Made(new() { Provider = new("Theirs") { TokenUrl = "https://theirs.example/token" } }), Throws.Nothing);
        Assert.That(() => Made(new()), Throws.TypeOf<AuthorizationException>().With.Message.Contains("TokenUrl is missing"));
    }

    [TestCase(null, false, "https://theirs.example/token")]
    [TestCase(null, true, "https://theirs.example/refresh")]
    [TestCase("https://ours.example/token", false, "https://ours.example/token")]
    [TestCase("https://ours.example/token", true, "https://ours.example/token")]
    public async Task A_token_endpoint_of_ones_own_is_not_left_for_the_providers_other_ones(string? own, bool isRenewal, string asked)
    {
        var options = new ClientCredentialsOptions { Provider = Theirs with { Issuer = null }, TokenUrl = own };

        Assert.That(await Of(options).TokenAsync(Request(options), isRenewal, default), Is.EqualTo(new Uri(asked)));
        Assert.That(await Of(options).RevocationAsync(Request(options), default), Is.EqualTo(own is null ? new Uri("https://theirs.example/revoke") : null));
    }

    [Test]
    public async Task Where_the_token_endpoint_is_ones_own_the_providers_issuer_is_not_asked_where_tokens_are_revoked()
    {
        var options = new ClientCredentialsOptions { Provider = Theirs with { RevocationUrl = null }, TokenUrl = "https://ours.example/token" };

        Assert.That(await Of(options).RevocationAsync(Request(options), default), Is.Null);
    }

    [Test]
    public void Whose_ID_tokens_are_taken_is_known_where_the_issuer_is()
    {
        var (known, unknown) = (new ClientCredentialsOptions { Provider = Theirs }, new ClientCredentialsOptions { TokenUrl = "https://ours.example:8443/token" });

        Assert.That(Of(known).TokenIssuer(Request(known)), Is.EqualTo(new MetadataQuery("https://theirs.example")));
        Assert.That(Of(unknown).TokenIssuer(Request(unknown)), Is.Null);
        Assert.That(Of(unknown).Issuer(Request(unknown)), Is.EqualTo("https://ours.example:8443"));
    }

    private static OAuthEndpoints Of(ClientCredentialsOptions options) =>
        new(options, OAuthDefinition.Create("orders", options, new(new ProfileTraits { AuthorizationType = "ClientCredentials" })));

    private static CredentialRequest Request(ClientCredentialsOptions options) => ProfileCall.RequestFor(Made(options), null!, new TokenTime());

    private static ClientCredentialsProfile Made(ClientCredentialsOptions options)
    {
        (options.ClientId, options.ClientSecret) = ("id", "s3cret");
        return new("orders", options);
    }
}
