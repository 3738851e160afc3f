using AuthProfiles.AzureOpenAI.Tests.DependencyInjection;

namespace AuthProfiles.AzureOpenAI.Tests.Authorization;

internal sealed class ConnectionTests
{
    private const string Contoso = "https://contoso.openai.azure.com";
    private const string Directory = "11111111-2222-3333-4444-555555555555";

    [Test]
    public async Task Tenants_of_one_registration_bring_a_key_or_an_application()
    {
        using var app = new Application(
            ("Connections:acme:Endpoint", "acme-eu.openai.azure.com"),
            ("Connections:acme:ApiKey", "k-acme"),
            ("Connections:globex:Endpoint", "https://globex.cognitiveservices.azure.com/"),
            ("Connections:globex:TenantId", Directory),
            ("Connections:globex:ClientId", "c-globex"),
            ("Connections:globex:ClientSecret", "s-globex"))
            .With()
            .Expecting("https://acme-eu.openai.azure.com", "api-key", "k-acme")
            .Expecting("https://globex.cognitiveservices.azure.com", "Authorization", "Bearer t-globex")
            .Issuing("t-globex", Directory, "c-globex", "s-globex");

        app.Start();
        await app.ChatAsync("acme");
        await app.ChatAsync("globex");

        app.VerifyAllWasSent();
    }

    [Test]
    public async Task Going_from_a_key_to_Entra_changes_no_code()
    {
        using var byKey = new Application(("ApiKey", "k-1")).With(o => o.Endpoint = "contoso.openai.azure.com").Expecting(Contoso, "api-key", "k-1");
        using var byEntra = new Application(("TenantId", "contoso.com"), ("ClientId", "c-1"), ("ClientSecret", "s-1"))
            .With(o => o.Endpoint = "contoso.openai.azure.com")
            .Expecting(Contoso, "Authorization", "Bearer t-1")
            .Issuing("t-1", "contoso.com", "c-1", "s-1");

        foreach (var app in (Application[])[byKey, byEntra])
        {
            app.Start();
            await app.ChatAsync();
            app.VerifyAllWasSent();
        }
    }

    [Test]
    public async Task What_stands_once_serves_all_and_a_tenants_own_comes_first()
    {
        using var app = new Application(
            ("Endpoint", "contoso.openai.azure.com"),
            ("TenantId", Directory),
            ("ClientId", "c-shared"),
            ("ClientSecret", "s-shared"),
            ("Connections:acme:Endpoint", "acme.openai.azure.com"),
            ("Connections:globex:ApiKey", "k-globex"))
            .With()
            .Expecting("https://acme.openai.azure.com", "Authorization", "Bearer t-acme")
            .Expecting(Contoso, "api-key", "k-globex")
            .Issuing("t-acme", Directory, "c-shared", "s-shared");

        await app.ChatAsync("acme");
        await app.ChatAsync("globex");

        app.VerifyAllWasSent();
    }

    [Test]
    public async Task The_key_is_taken_where_both_are_given()
    {
        using var app = new Application(("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k"), ("TenantId", Directory), ("ClientId", "c"), ("ClientSecret", "s"))
            .With()
            .Expecting(Contoso, "api-key", "k");

        app.Start();
        await app.ChatAsync();

        app.VerifyAllWasSent();
    }

    [Test]
    public async Task An_application_may_be_shared_by_tenants_of_several_directories()
    {
        using var app = new Application(
            ("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k-shared"), ("ClientId", "c"), ("ClientSecret", "s"), ("Connections:acme:TenantId", "acme.com"))
            .With()
            .Expecting(Contoso, "Authorization", "Bearer t-acme")
            .Issuing("t-acme", "acme.com", "c", "s");

        await app.ChatAsync("acme");

        app.VerifyAllWasSent();
    }

    [Test]
    public async Task A_half_given_application_is_never_replaced_by_the_shared_key()
    {
        using var app = new Application(
            ("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k-shared"), ("Connections:globex:TenantId", Directory), ("Connections:globex:ClientId", "c"))
            .With();

        var error = await app.RefusalAsync("globex");

        Assert.That(error.Message, Is.EqualTo(
            "Azure OpenAI 'assistant' for tenant 'globex': ClientSecret is missing. Set AuthProfiles:AzureOpenAI:assistant:Connections:globex:ClientSecret "
            + "(environment: AuthProfiles__AzureOpenAI__assistant__Connections__globex__ClientSecret)."));
    }

    [TestCase("http://127.0.0.1:5000", "http://127.0.0.1:5000")]
    [TestCase("http://localhost:5001/", "http://localhost:5001")]
    [TestCase("http://[::1]:5002", "http://[::1]:5002")]
    public async Task A_connection_may_be_on_loopback_where_the_profile_is(string endpoint, string origin)
    {
        using var app = new Application(("Endpoint", "http://127.0.0.1:4999"), ("Connections:dev:Endpoint", endpoint), ("Connections:dev:ApiKey", "k"))
            .With()
            .Expecting(origin, "api-key", "k");

        await app.ChatAsync("dev");

        app.VerifyAllWasSent();
    }

    [Test]
    public async Task The_governments_cloud_is_one_setting_away()
    {
        using var app = new Application(("Cloud", "UsGovernment"), ("Endpoint", "contoso.openai.azure.us"), ("TenantId", Directory), ("ClientId", "c"), ("ClientSecret", "s"))
            .With()
            .Expecting("https://contoso.openai.azure.us", "Authorization", "Bearer t-gov")
            .Issuing("t-gov", Directory, "c", "s", "https://login.microsoftonline.us", "https://cognitiveservices.azure.us/.default");

        app.Start();
        await app.ChatAsync();

        app.VerifyAllWasSent();
    }

    [Test]
    public async Task Another_cloud_is_three_settings_away()
    {
        using var app = new Application(("TenantId", Directory), ("ClientId", "c"), ("ClientSecret", "s"), ("LoginUrl", "https://login.microsoftonline.us/{{tenantId}}/oauth2/v2.0/token"))
            .With(o =>
            {
                o.Endpoint = "contoso.openai.azure.us";
                o.AlsoAllow.Add("https://contoso.openai.azure.us");
            })
            .Expecting("https://contoso.openai.azure.us", "Authorization", "Bearer t-gov")
            .Issuing("t-gov", Directory, "c", "s", "https://login.microsoftonline.us");

        await app.ChatAsync();

        app.VerifyAllWasSent();
    }

    [Test]
    public async Task A_gateway_with_a_path_is_the_base_address()
    {
        using var app = new Application(("ApiKey", "k"), ("BaseUrl", "https://gateway.contoso.com/ai/")).With();
        app.Expecting("https://gateway.contoso.com/ai", "api-key", "k");

        app.Start();
        await app.ChatAsync();

        app.VerifyAllWasSent();
    }
}
