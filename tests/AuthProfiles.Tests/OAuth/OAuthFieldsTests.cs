namespace AuthProfiles.Tests.OAuth;

/// <summary>What a client of OAuth is asked to give, by how it says who it is.</summary>
internal sealed class OAuthFieldsTests
{
    private const string Id = "clientId: Client ID. The id that the service gave the application. (shown, of the application, at most 255)";
    private const string Secret = "clientSecret: Client secret. The secret that the service gave the application; it is often shown only once. (of the application, at most 255)";
    private const string SecondSecret = "secondaryClientSecret: Second client secret. A secret to try where the first one is refused. (of the application, at most 255, optional)";
    private const string Key = "clientKey: Private key. The key that signs for the application: PEM, or a JSON Web Key. (of the application, at most 16384)";
    private const string SecondKey = "secondaryClientKey: Second private key. A key to try where the first one is refused. (of the application, at most 16384, optional)";

    [TestCase(ClientAuthentication.Basic, Id, Secret, SecondSecret)]
    [TestCase(ClientAuthentication.Post, Id, Secret, SecondSecret)]
    [TestCase(ClientAuthentication.SecretJwt, Id, Secret, SecondSecret)]
    [TestCase(ClientAuthentication.PrivateKeyJwt, Id, Key, SecondKey)]
    [TestCase(ClientAuthentication.Certificate, Id)]
    public void A_client_gives_what_its_way_needs(ClientAuthentication way, params string[] fields) =>
        Assert.That(Shown(new ClientCredentialsProfile("orders", new() { TokenUrl = "https://login.example/token", ClientAuthentication = way })), Is.EqualTo(fields));

    [TestCase(ClientAuthentication.Basic, Id, Secret, SecondSecret, Key, SecondKey)]
    [TestCase(ClientAuthentication.PrivateKeyJwt, Id, Key, SecondKey)]
    [TestCase(ClientAuthentication.None, Id, Key, SecondKey)]
    public void One_that_signs_its_grant_gives_the_key_too(ClientAuthentication way, params string[] fields) =>
        Assert.That(Shown(new JwtBearerProfile("orders", new() { TokenUrl = "https://login.example/token", ClientAuthentication = way, AssertionIssuer = "app", Subject = "app" })), Is.EqualTo(fields));

    [Test]
    public void A_provider_whose_refresh_tokens_stay_renews_alone([Values] bool stays)
    {
        var provider = OAuthProvider.Standard with { ReusesRefreshTokens = stays };

        Assert.That(new RefreshTokenProfile("calendar", new() { Provider = provider, TokenUrl = "https://login.example/token" }).Definition.Traits.RenewsAlone, Is.EqualTo(stays));
    }

    private static IEnumerable<string> Shown(IAuthorizationProfile profile) => profile.Definition.Traits.Fields.Select(static field =>
        $"{field.Key}: {field.Title}. {field.Hint} ({(field.Secret ? string.Empty : "shown, ")}{(field.OfApplication ? "of the application, " : string.Empty)}at most {field.MaxLength}{(field.Optional ? ", optional" : string.Empty)})");
}
