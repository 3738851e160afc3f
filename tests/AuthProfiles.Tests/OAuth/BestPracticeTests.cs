using AuthProfiles.Diagnostics;

namespace AuthProfiles.Tests.OAuth;

/// <summary>What RFC 9700 asks of every kind.</summary>
[CancelAfter(30_000)]
internal sealed class BestPracticeTests
{
    private const string Answer = """{"access_token":"canary-at","token_type":"Bearer","expires_in":60,"refresh_token":"rt-2","issued_token_type":"urn:ietf:params:oauth:token-type:access_token"}""";

    public static IEnumerable<TestCaseData<IAuthorizationProfile>> Kinds()
    {
        yield return Kind(new ClientCredentialsProfile("orders", Options(new ClientCredentialsOptions())));
        yield return Kind(new RefreshTokenProfile("orders", Options(new RefreshTokenOptions { RefreshToken = "canary-rt" })));
        yield return Kind(new TokenExchangeProfile("orders", Options(new TokenExchangeOptions { SubjectToken = static (_, _) => new(new SecretValue("canary-subject")) })));
        yield return Kind(new PasswordProfile("orders", Options(new PasswordOptions { AllowPasswordGrant = true, Username = "mia", Password = "canary-password" })));
        yield return Kind(new AuthorizationCodeProfile("orders", Options(new AuthorizationCodeOptions { AuthorizationUrl = "https://login.example/authorize" })));
        yield return Kind(new DeviceCodeProfile("orders", Options(new DeviceCodeOptions { DeviceAuthorizationUrl = "https://login.example/device" })));
    }

    [TestCaseSource(nameof(Kinds))]
    public async Task _9700_06_No_token_stands_in_an_address_unless_that_is_asked_for(IAuthorizationProfile profile)
    {
        var server = new TokenServer(Answer);
        var grant = profile.Definition.Traits.KeepsGrant ? ProfileCall.GrantOf(refreshToken: "canary-rt-1") : null;

        var acquired = await ProfileCall.AcquireAsync(profile, server, grant, isRenewal: grant is not null);

        Assert.That(server.Sent.Single().Address.AbsoluteUri, Is.EqualTo("https://login.example/token"));
        var field = acquired.Credential.Fields.Single();
        Assert.That((field.Type, field.Key, field.Value.Reveal()), Is.EqualTo((AuthorizationFieldType.Header, "Authorization", "Bearer canary-at")));
    }

    [TestCase(ClientAuthentication.None, "rt-1", true)]
    [TestCase(ClientAuthentication.None, "", true)]
    [TestCase(ClientAuthentication.None, "rt-2", false)]
    [TestCase(ClientAuthentication.Basic, "rt-1", false)]
    public async Task _9700_07_A_client_without_a_secret_whose_refresh_token_does_not_rotate_is_warned_of(ClientAuthentication authentication, string next, bool isWarned)
    {
        var profile = new RefreshTokenProfile("orders", Options(new RefreshTokenOptions { RefreshToken = "rt-1", ClientAuthentication = authentication }));
        using var client = new HttpMessageInvoker(new TokenServer($$"""{"access_token":"at","token_type":"Bearer","refresh_token":"{{next}}"}"""));
        var request = ProfileCall.RequestFor(profile, client, new TokenTime(), ProfileCall.GrantOf(), isRenewal: true);

        await profile.AcquireAsync(request, default);

        Assert.That(request.Notes.Warnings.Contains(AcquisitionWarning.RefreshNotRotated), Is.EqualTo(isWarned));
    }

    [Test]
    public async Task _9700_08_Scope_resource_and_audience_narrow_a_token_and_nothing_is_asked_for_by_itself()
    {
        var (wide, narrow) = (new TokenServer(Answer), new TokenServer(Answer));
        var options = Options(new ClientCredentialsOptions());
        (options.Scope["scope"], options.Scope["audience"]) = ("orders.read", "orders");
        options.Resources.Add("https://orders.example/");

        await ProfileCall.AcquireAsync(new ClientCredentialsProfile("orders", Options(new ClientCredentialsOptions())), wide);
        await ProfileCall.AcquireAsync(new ClientCredentialsProfile("orders", options), narrow);

        Assert.That(wide.Sent.Single().Form().Keys, Is.EqualTo(["grant_type"]));
        Assert.That(narrow.Sent.Single().Form(), Is.EquivalentTo(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["scope"] = "orders.read",
            ["audience"] = "orders",
            ["resource"] = "https://orders.example/",
        }));
    }

    private static TOptions Options<TOptions>(TOptions options)
        where TOptions : OAuthOptions
    {
        (options.BaseUrl, options.TokenUrl, options.ClientId, options.ClientSecret) = ("https://orders.example/", "https://login.example/token", "id", "s3cret");
        return options;
    }

    private static TestCaseData<IAuthorizationProfile> Kind(IAuthorizationProfile profile) => new(profile) { TestName = "{m}(" + profile.Definition.AuthorizationType + ")" };
}
