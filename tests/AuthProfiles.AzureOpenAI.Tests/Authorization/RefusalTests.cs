using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.AzureOpenAI.Tests.Authorization;

internal sealed class RefusalTests
{
    private const string Directory = "11111111-2222-3333-4444-555555555555";

    [Test]
    public async Task An_unknown_tenant_is_refused_where_connections_have_names()
    {
        using var app = new Application(("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k"), ("Connections:acme:ApiKey", "k-acme")).With();
        var error = await app.RefusalAsync("initech");
        Assert.That((error.Kind, error.Profile, error.Tenant), Is.EqualTo((AuthorizationErrorKind.UnknownConnection, "assistant", "initech")));
    }

    [Test]
    public async Task The_own_connection_is_refused_where_only_tenants_have_an_endpoint()
    {
        using var app = new Application(("Connections:acme:Endpoint", "acme.openai.azure.com"), ("Connections:acme:ApiKey", "k-acme")).With();
        app.Start();
        var error = await app.RefusalAsync();
        Assert.That(error.Message, Does.StartWith("Azure OpenAI 'assistant': Endpoint is missing. Set AuthProfiles:AzureOpenAI:assistant:Endpoint (environment: "));
    }

    [Test]
    public async Task What_is_missing_is_one_sentence_with_its_setting()
    {
        using var app = new Application().With();
        Assert.That((await app.RefusalAsync()).Message, Is.EqualTo(
            "Azure OpenAI 'assistant': Endpoint is missing. Set AuthProfiles:AzureOpenAI:assistant:Endpoint (environment: AuthProfiles__AzureOpenAI__assistant__Endpoint)."));
        using var keyless = new Application().With(o => o.Endpoint = "contoso.openai.azure.com");
        Assert.That((await keyless.RefusalAsync()).Message, Is.EqualTo(
            "Azure OpenAI 'assistant': ApiKey is missing. Set AuthProfiles:AzureOpenAI:assistant:ApiKey (environment: AuthProfiles__AzureOpenAI__assistant__ApiKey)."));
    }

    [TestCase(new string[0], "Endpoint,ApiKey")]
    [TestCase(new[] { "Endpoint" }, "ApiKey")]
    [TestCase(new[] { "Endpoint", "TenantId", "ClientId" }, "ClientSecret")]
    [TestCase(new[] { "Endpoint", "ClientSecret" }, "TenantId,ClientId")]
    public void A_host_that_starts_tells_all_that_is_missing(string[] given, string missing)
    {
        using var app = new Application([.. given.Select(setting => (setting, setting switch { "Endpoint" => "contoso.openai.azure.com", "TenantId" => Directory, _ => "x" }))]).With();
        var lines = app.StartupError().Message.Split(Environment.NewLine);
        Assert.That(lines.Select(line => line.Split(' ')[3]), Is.EqualTo(missing.Split(',')));
        Assert.That(lines, Has.All.StartsWith("Azure OpenAI 'assistant': ").And.All.Contain("is missing"));
    }

    [TestCase("Endpoint", "evil.example", "AuthProfiles:AzureOpenAI:assistant:Endpoint")]
    [TestCase("Endpoint", "http://contoso.openai.azure.com", "https")]
    [TestCase("Endpoint", "https://contoso.openai.azure.com/openai/deployments/x/chat/completions?api-version=1", "ChatDeployment")]
    [TestCase("LoginUrl", "http://login.example/{{tenantId}}", "LoginUrl")]
    [TestCase("LoginUrl", "https://login.example/{{tenantID}}", "LoginUrl")]
    [TestCase("BaseUrl", "https://gateway.contoso.com/ai", "BaseUrl")]
    [TestCase("BaseUrl", "https://{{endpoint}}/", "BaseUrl")]
    [TestCase("UrlFamily", "v2", "UrlFamily")]
    [TestCase("ApiVersion", "2024 10", "ApiVersion")]
    [TestCase("Timeout", "100", "Timeout")]
    [TestCase("BodyIdleTimeout", "00:00:00", "BodyIdleTimeout")]
    [TestCase("ChatDeploymnet", "x", "ChatDeployment")]
    public void A_host_that_starts_tells_what_is_wrong(string setting, string value, string named)
    {
        using var app = new Application(new Dictionary<string, string> { ["Endpoint"] = "contoso.openai.azure.com", ["ApiKey"] = "k", [setting] = value }.Select(pair => (pair.Key, pair.Value)).ToArray()).With();
        var message = app.StartupError().Message;
        Assert.That(message, Does.Contain("'assistant'").And.Contain(named).And.Not.Contain("evil"));
    }

    [Test]
    public void A_scope_is_a_scope()
    {
        using var app = new Application(("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k")).With(o => o.Scope = "a\nb");
        Assert.That(app.StartupError().Message, Does.Contain("Set AuthProfiles:AzureOpenAI:assistant:Scope"));
    }

    [TestCase("LoginUrl", "https://login.microsoftonline.com/{{tenantId}}/other", "/token")]
    [TestCase("Scope", "https://cognitiveservices.azure.com/user_impersonation", "/.default")]
    public void Users_sign_in_beside_the_token_endpoint_and_to_its_audience(string setting, string value, string cure)
    {
        using var app = new Application(("Endpoint", "contoso.openai.azure.com"), ("UsersSignIn", "true"), (setting, value)).With();
        Assert.That(app.StartupError().Message, Does.Contain($"Set AuthProfiles:AzureOpenAI:assistant:{setting}").And.Contain(cure));
        using var without = new Application(("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k"), (setting, value)).With();
        Assert.That(without.Start, Throws.Nothing);
    }

    [TestCase("contoso.openai.azure.us", "Public", "Cloud")]
    [TestCase("contoso.openai.azure.com", "UsGovernment", "openai.azure.us")]
    [TestCase("contoso.openai.azure.cn", "UsGovernment", "AlsoAllow")]
    public void An_endpoint_is_one_of_its_cloud(string endpoint, string cloud, string cure)
    {
        using var app = new Application(("Endpoint", endpoint), ("ApiKey", "k"), ("Cloud", cloud)).With();
        Assert.That(app.StartupError().Message, Does.Contain(cure));
    }

    [TestCase("Endpoint", "evil.example", "Endpoint: it is not a host of Azure OpenAI")]
    [TestCase("Endpoint", "https://a.b.openai.azure.com", "Endpoint: it is not a host of Azure OpenAI")]
    [TestCase("TenantId", "common", "tenantId")]
    [TestCase("TenantId", "a/../b", "tenantId")]
    [TestCase("ApiKey", "a\nb", "ApiKey")]
    public async Task A_tenants_value_that_is_not_fit_is_refused(string setting, string value, string named)
    {
        var settings = new Dictionary<string, string> { ["TenantId"] = Directory, ["ClientId"] = "c", ["ClientSecret"] = "s", [setting] = value };
        using var app = new Application([("Endpoint", "contoso.openai.azure.com"), .. settings.Select(pair => ("Connections:acme:" + pair.Key, pair.Value))]).With();
        var error = await app.RefusalAsync("acme");
        Assert.That(error.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidValue));
        Assert.That(error.Message, Does.Contain(named).And.Not.Contain(value));
    }

    [TestCase(null, "https://evil.example/")]
    [TestCase(null, "https://fabrikam.openai.azure.com/openai/v1/models")]
    [TestCase("acme", "https://contoso.openai.azure.com/openai/v1/models")]
    [TestCase("acme", "http://acme.openai.azure.com/openai/v1/models")]
    public async Task A_foreign_origin_is_refused(string? tenant, string address)
    {
        using var app = new Application(("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k"), ("Connections:acme:Endpoint", "acme.openai.azure.com"), ("Connections:acme:ApiKey", "a")).With();
        var error = await Assert.ThrowsAsync<AuthorizationException>(() => app.Client.For(tenant).SendAsync(new HttpRequestMessage(HttpMethod.Get, address)));
        Assert.That((error!.Kind, error.Profile), Is.EqualTo((AuthorizationErrorKind.OriginRefused, "assistant")));
    }

    [Test]
    public async Task A_user_is_never_served_by_the_application()
    {
        using var app = new Application(("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k")).With();
        var error = await Assert.ThrowsAsync<AuthorizationRequiredException>(() => app.Client.For(user: "ann").CompleteChatAsync(new ChatRequest("Hello")));
        Assert.That(error!.User, Is.EqualTo("ann"));
    }

    [Test]
    public async Task A_refused_application_names_its_own_setting()
    {
        using var app = new Application(("Endpoint", "contoso.openai.azure.com"), ("Connections:acme:TenantId", Directory), ("Connections:acme:ClientId", "c"), ("Connections:acme:ClientSecret", "s3cret")).With();
        app.Login.When("*").Respond(System.Net.HttpStatusCode.Unauthorized, "application/json", """{"error":"invalid_client"}""");
        var error = await app.RefusalAsync("acme");
        Assert.That(error.Message, Does.Contain("check AuthProfiles:AzureOpenAI:assistant:Connections:acme:ClientSecret").And.Not.Contain("s3cret"));
    }

    [Test]
    public void Every_input_says_where_it_is_found()
    {
        using var app = new Application().With();
        var definition = app.Provider.GetRequiredKeyedService<IAuthorizationProfile>("assistant").Definition;
        Assert.That(definition.AdditionalFields.Select(field => field.Key), Is.EqualTo(new[] { "endpoint", "apiKey", "secondaryApiKey", "tenantId", "clientId", "clientSecret" }));
        Assert.That(definition.AdditionalFields, Has.All.Property("Title").Not.Empty.And.All.Property("Hint").Contains("Azure portal"));
        Assert.That(definition.AdditionalFields.Where(field => field.Secret).Select(field => field.Key), Is.EqualTo(new[] { "apiKey", "secondaryApiKey", "clientSecret" }));
    }
}
