using System.Text.Json;
using AuthProfiles.Diagnostics;
using AuthProfiles.OAuth;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.OAuth;

/// <summary>The public presets where nobody consents in a browser.</summary>
[CancelAfter(30_000)]
internal sealed class OAuthProvidersTests
{
    private const string Directory = "11111111-2222-3333-4444-555555555555";

    private static IEnumerable<TestCaseData> Clouds =>
    [
        new(OAuthProviders.EntraId, "login.microsoftonline.com"),
        new(OAuthProviders.EntraIdGovernment, "login.microsoftonline.us"),
        new(OAuthProviders.EntraIdChina, "login.partner.microsoftonline.cn"),
    ];

    [TestCaseSource(nameof(Clouds))]
    public async Task An_application_of_Entra_asks_its_own_directory(OAuthProvider provider, string host)
    {
        var server = new TokenServer("""{"token_type":"Bearer","expires_in":3599,"ext_expires_in":3599,"access_token":"at"}""");

        await ProfileCall.AcquireAsync(Application(provider), server, inputs: ("tenantId", Directory));

        var sent = server.Sent.Single();
        Assert.That(sent.Address.AbsoluteUri, Is.EqualTo($"https://{host}/{Directory}/oauth2/v2.0/token"));
        Assert.That(sent.Authorization, Is.Null);
        Assert.That(sent.Form(), Is.EquivalentTo(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "app",
            ["client_secret"] = "s3cret",
            ["scope"] = "https://graph.microsoft.com/.default",
        }));
    }

    [Test]
    public async Task An_application_of_Entra_has_one_directory([Values("common", "organizations", "consumers", "Common", "a/b", "")] string directory)
    {
        foreach (var provider in new[] { OAuthProviders.EntraId, OAuthProviders.EntraIdGovernment, OAuthProviders.EntraIdChina })
        {
            var server = new TokenServer(TokenServer.Good);

            var error = await ProfileCall.RefusalAsync(Application(provider), server, inputs: ("tenantId", directory));

            Assert.That(error.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidValue));
            Assert.That(server.Sent, Is.Empty);
        }
    }

    [TestCase("common")]
    [TestCase("organizations")]
    [TestCase("consumers")]
    [TestCase("contoso.onmicrosoft.com")]
    [TestCase(Directory)]
    public async Task Users_of_Entra_may_come_from_anywhere(string tenant)
    {
        var server = new TokenServer("""{"device_code":"dc","user_code":"ABC","verification_uri":"https://microsoft.com/devicelogin","expires_in":900,"interval":5}""");

        await StartAsync(Device(OAuthProviders.EntraIdDelegated, o => o.Scope["scope"] = "User.Read"), server, ("tenantId", tenant));

        var sent = server.Sent.Single();
        Assert.That(sent.Address.AbsoluteUri, Is.EqualTo($"https://login.microsoftonline.com/{tenant}/oauth2/v2.0/devicecode"));
        Assert.That(sent.Form(), Is.EquivalentTo(new Dictionary<string, string> { ["client_id"] = "app", ["scope"] = "User.Read offline_access" }));
    }

    [Test]
    public async Task A_device_is_authorized_at_GitHub_without_a_secret()
    {
        const string Begun = """{"device_code":"3584d83530557fdd1f46af8289938c8ef79f9dc5","user_code":"WDJB-MJHT","verification_uri":"https://github.com/login/device","expires_in":900,"interval":5}""";
        var server = new TokenServer(
            Begun,
            """{"error":"authorization_pending","error_description":"The authorization request is still pending.","error_uri":"https://docs.github.com"}""",
            """{"error":"slow_down","error_description":"Too many requests have been made in the same timeframe.","error_uri":"https://docs.github.com","interval":10}""",
            """{"access_token":"gho_1","token_type":"bearer","scope":"repo,gist"}""");

        var grant = await ConnectAsync(Device(OAuthProviders.GitHub, static o => o.Scope["scope"] = "repo gist"), server);

        Assert.That(server.Sent[0].Address.AbsoluteUri, Is.EqualTo("https://github.com/login/device/code"));
        Assert.That(server.Sent[0].Form(), Is.EquivalentTo(new Dictionary<string, string> { ["client_id"] = "app", ["scope"] = "repo gist" }));
        Assert.That(server.Sent.Skip(1).Select(static sent => sent.Address.AbsoluteUri), Is.All.EqualTo("https://github.com/login/oauth/access_token"));
        Assert.That(server.Sent[3].Form(), Is.EquivalentTo(new Dictionary<string, string>
        {
            ["grant_type"] = "urn:ietf:params:oauth:grant-type:device_code",
            ["device_code"] = "3584d83530557fdd1f46af8289938c8ef79f9dc5",
            ["client_id"] = "app",
        }));
        Assert.That((grant.AccessToken.Reveal(), grant.Scope, grant.ExpiresAt, grant.RefreshToken), Is.EqualTo(("gho_1", "repo gist", (DateTimeOffset?)null, (SecretValue?)null)));
    }

    [Test]
    public async Task A_device_asks_Google_for_nothing_that_only_a_browser_is_asked()
    {
        const string Begun = """{"device_code":"AH-1","user_code":"GQVQ-JKEC","verification_url":"https://www.google.com/device","expires_in":1800,"interval":5}""";
        var server = new TokenServer(
            Begun,
            """{"error":"authorization_pending","error_description":"Precondition Required"}""",
            """{"access_token":"1/at","expires_in":3920,"scope":"email","token_type":"Bearer","refresh_token":"1/rt"}""");
        var profile = Device(OAuthProviders.Google, static o => (o.ClientAuthentication, o.ClientSecret, o.Scope["scope"]) = (null, "s3cret", "email"));

        var grant = await ConnectAsync(profile, server);

        Assert.That(server.Sent[0].Address.AbsoluteUri, Is.EqualTo("https://oauth2.googleapis.com/device/code"));
        Assert.That(server.Sent[0].Form(), Is.EquivalentTo(new Dictionary<string, string> { ["client_id"] = "app", ["client_secret"] = "s3cret", ["scope"] = "email" }));
        Assert.That(server.Sent[^1].Address.AbsoluteUri, Is.EqualTo("https://oauth2.googleapis.com/token"));
        Assert.That(grant.RefreshToken!.Reveal(), Is.EqualTo("1/rt"));
    }

    [Test]
    public async Task A_global_client_of_Zendesk_is_one_of_each_account([Values("acme", "globex")] string account)
    {
        var server = new TokenServer("""{"access_token":"at","token_type":"bearer","scope":"read","expires_in":1800}""");
        var options = new ClientCredentialsOptions { Provider = OAuthProviders.Zendesk, ClientId = "zdg-triage", ClientSecret = "s3cret" };
        options.Scope["scope"] = "read";

        await ProfileCall.AcquireAsync(new ClientCredentialsProfile("zendesk", options), server, tenant: account);

        var sent = server.Sent.Single();
        Assert.That((sent.Address.AbsoluteUri, sent.ContentType), Is.EqualTo(($"https://{account}.zendesk.com/oauth/tokens", "application/json")));
        Assert.That(JsonSerializer.Deserialize<Dictionary<string, string>>(sent.Body), Is.EquivalentTo(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "zdg-triage",
            ["client_secret"] = "s3cret",
            ["scope"] = "read",
            ["expires_in"] = "1800",
            ["refresh_token_expires_in"] = "2592000",
        }));
    }

    [Test]
    public async Task An_answer_of_Zendesk_without_a_lifetime_is_good_for_half_an_hour()
    {
        var server = new TokenServer("""{"access_token":"at","refresh_token":"rt-2","token_type":"bearer","scope":"read","expires_in":null}""");
        var profile = new RefreshTokenProfile("zendesk", new() { Provider = OAuthProviders.Zendesk, ClientId = "triage", ClientSecret = "s3cret", RefreshToken = "rt-1" });

        var acquired = await ProfileCall.AcquireAsync(profile, server, tenant: "acme");

        Assert.That(acquired.Grant!.ExpiresAt, Is.EqualTo(TokenTime.Start.AddMinutes(30)));
    }

    [TestCase(""" "expires_in":600, """, 3600, ExpectedResult = 600)]
    [TestCase("", 3600, ExpectedResult = 3600)]
    [TestCase(""" "expires_in":"soon", """, 3600, ExpectedResult = 3600)]
    [TestCase("", -1, ExpectedResult = 1800)]
    [TestCase("", null, ExpectedResult = 1800)]
    public async Task<double> What_an_answer_of_Zendesk_leaves_out_its_token_may_say(string said, int? seconds)
    {
        var payload = seconds is { } life ? $$"""{"iss":"https://acme.zendesk.com","exp":{{(TokenTime.Start.AddSeconds(life) - DateTimeOffset.UnixEpoch).TotalSeconds}}}""" : """{"exp":"late"}""";
        var token = $"{Base64Url.Encode("""{"typ":"at+jwt"}"""u8)}.{Base64Url.Encode(System.Text.Encoding.UTF8.GetBytes(payload))}.c2ln";
        var server = new TokenServer($$"""{ {{said}} "access_token":"{{token}}","refresh_token":"rt-2","token_type":"bearer"}""");
        var profile = new RefreshTokenProfile("zendesk", new() { Provider = OAuthProviders.Zendesk, ClientId = "triage", ClientSecret = "s3cret", RefreshToken = "rt-1" });

        var acquired = await ProfileCall.AcquireAsync(profile, server, tenant: "acme");

        return (acquired.Grant!.ExpiresAt - TokenTime.Start)!.Value.TotalSeconds;
    }

    [Test]
    public async Task The_token_of_a_provider_that_does_not_say_so_is_not_looked_into()
    {
        var token = $"{Base64Url.Encode("{}"u8)}.{Base64Url.Encode("""{"exp":99999999999}"""u8)}.c2ln";
        var server = new TokenServer($$"""{"access_token":"{{token}}","refresh_token":"rt-2","token_type":"bearer"}""");
        var profile = new RefreshTokenProfile("orders", new() { TokenUrl = "https://login.example/token", ClientId = "triage", ClientSecret = "s3cret", RefreshToken = "rt-1" });

        var acquired = await ProfileCall.AcquireAsync(profile, server);

        Assert.That(acquired.Grant!.ExpiresAt, Is.Null);
    }

    [TestCase(3, 3, ExpectedResult = true)]
    [TestCase(3, 1, ExpectedResult = true)]
    [TestCase(3, null, ExpectedResult = true)]
    [TestCase(3, 4, ExpectedResult = false)]
    [TestCase(7, 7, ExpectedResult = false)]
    [TestCase(null, 3, ExpectedResult = false)]
    public async Task<bool> A_consent_that_renewing_does_not_prolong_is_warned_of_before_it_ends(int? endsBefore, int? endsAfter)
    {
        var life = endsAfter is { } days ? $$"""
            ,"refresh_token":"rt-2","refresh_token_expires_in":{{days * 86_400}}
            """ : string.Empty;
        using var client = new HttpMessageInvoker(new TokenServer($$"""{"access_token":"at","token_type":"bearer","expires_in":1800{{life}}}"""));
        var profile = new AuthorizationCodeProfile("zendesk", new() { Provider = OAuthProviders.Zendesk, ClientId = "triage", ClientSecret = "s3cret" });
        var grant = ProfileCall.GrantOf() with { Issuer = null, RefreshExpiresAt = endsBefore is { } before ? TokenTime.Start.AddDays(before) : null };
        var request = ProfileCall.RequestFor(profile, client, new TokenTime(), grant, isRenewal: true, tenant: "acme");

        await profile.AcquireAsync(request, default);

        return request.Notes.Warnings.Contains(AcquisitionWarning.ConsentEnding);
    }

    [Test]
    public void Every_preset_has_a_name_in_settings() =>
        Assert.That(
            OAuthProviders.ByName.Select(static pair => (pair.Key, pair.Value)),
            Is.EquivalentTo(typeof(OAuthProviders).GetProperties().Select(static property => (property.Name, (OAuthProvider)property.GetValue(null)!))));

    private static ClientCredentialsProfile Application(OAuthProvider provider)
    {
        var options = new ClientCredentialsOptions { Provider = provider, ClientId = "app", ClientSecret = "s3cret" };
        options.Scope["scope"] = "https://graph.microsoft.com/.default";
        return new("graph", options);
    }

    private static DeviceCodeProfile Device(OAuthProvider provider, Action<DeviceCodeOptions> configure)
    {
        var options = new DeviceCodeOptions { Provider = provider, ClientId = "app", ClientAuthentication = ClientAuthentication.None };
        configure(options);
        return new("device", options);
    }

    private static async Task<DeviceAuthorization> StartAsync(DeviceCodeProfile profile, TokenServer server, params (string Key, string Value)[] inputs)
    {
        using var client = new HttpMessageInvoker(server, disposeHandler: false);
        return await ((DeviceFlow)profile.Consent!).StartAsync(ProfileCall.RequestFor(profile, client, new ManualTime(), inputs: inputs), default);
    }

    private static async Task<Grant> ConnectAsync(DeviceCodeProfile profile, TokenServer server)
    {
        using var client = new HttpMessageInvoker(server, disposeHandler: false);
        var time = new ManualTime();
        var request = ProfileCall.RequestFor(profile, client, time);
        var flow = (DeviceFlow)profile.Consent!;
        var polling = flow.CompleteAsync(request, await flow.StartAsync(request, default), default);
        await time.RunAsync(polling);
        return (await polling).Grant;
    }
}
