using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.AzureOpenAI.Tests.DependencyInjection;

/// <summary>Clients of Azure OpenAI that a profile of another kind authorizes.</summary>
internal sealed class NamedProfileTests
{
    private const string Contoso = "https://contoso.openai.azure.com";

    [Test]
    public void A_profile_whose_address_lacks_the_slash_is_told_so()
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddApiKey("k", static o => (o.BaseUrl, o.Header, o.Key) = ("https://contoso.openai.azure.com/ai", "api-key", "x"));
        services.AddAzureOpenAI("assistant", profile: "k");
        using var provider = services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<AzureOpenAIClient>, Throws.TypeOf<AuthorizationException>().With.Message.Contains("Profile 'k': BaseUrl"));
    }

    [Test]
    public async Task A_users_consent_authorizes_a_chat_call()
    {
        using var app = Users(new(("ChatDeployment", "gpt-4o-mini")));
        app.Services.AddAzureOpenAI("assistant", profile: "openai-users").HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => app.Service);
        app.Expecting(Contoso, "Authorization", "Bearer t-mia");
        app.Start();
        await app.Provider.GetRequiredService<IConnectionStore>().TryWriteAsync(Consented("mia", "t-mia"), expectedVersion: 0);

        var answer = await app.Client.For(user: "mia").CompleteChatAsync(new ChatRequest("Hello"));

        Assert.That(answer.Text, Is.EqualTo("Hi"));
        app.VerifyAllWasSent();
    }

    [Test]
    public async Task A_user_who_has_not_consented_is_told_how()
    {
        using var app = Users(new(("ChatDeployment", "gpt-4o-mini")));
        app.Services.AddAzureOpenAI("assistant", profile: "openai-users");

        var error = await Assert.CatchAsync<AuthorizationRequiredException>(() => app.Client.For(user: "mia").CompleteChatAsync(new ChatRequest("Hello")));

        Assert.That((error!.Profile, error.CanConsent), Is.EqualTo(("openai-users", true)));
    }

    [Test]
    public async Task Deployments_version_and_limits_are_the_clients_own_and_the_delegate_has_the_last_word()
    {
        using var app = new Application(("UrlFamily", "V1"), ("ApiVersion", "preview"), ("EmbeddingDeployment", "wrong"), ("Timeout", "00:02:00"));
        app.Services.AddAuthProfiles().AddDelegate("ours", static o =>
        {
            o.BaseUrl = Contoso + "/";
            o.Acquire = static (_, _) => new(Credential.Bearer("t-ours"));
        });
        app.Services.AddAzureOpenAI("assistant", "ours", static o => o.EmbeddingDeployment = "also-wrong").HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => app.Service);
        app.Services.AddAzureOpenAI("assistant", "ours", static o => o.EmbeddingDeployment = "vectors");
        app.Service.Expect(HttpMethod.Post, Contoso + "/openai/v1/embeddings").WithExactQueryString("api-version=preview").WithHeaders("Authorization", "Bearer t-ours")
            .WithPartialContent("\"model\":\"vectors\"").Respond("application/json", """{"data":[{"index":0,"embedding":[1]}]}""");

        app.Start();
        await app.Client.EmbedAsync(["Hello"]);

        Assert.That(app.Provider.GetRequiredService<IHttpClientFactory>().CreateClient("AuthProfiles.AzureOpenAI:assistant").Timeout, Is.EqualTo(TimeSpan.FromMinutes(2)));
        app.VerifyAllWasSent();
    }

    [Test]
    public async Task A_deployment_that_nobody_names_is_missed_where_it_belongs()
    {
        using var app = Users(new());
        app.Services.AddAzureOpenAI("assistant", profile: "openai-users");
        app.Start();

        var error = await Assert.CatchAsync<AuthorizationException>(() => app.Client.For(user: "mia").CompleteChatAsync(new ChatRequest("Hello")));

        Assert.That(error!.Message, Does.StartWith("Azure OpenAI 'assistant': ChatDeployment is missing. Set AuthProfiles:AzureOpenAI:assistant:ChatDeployment"));
    }

    [TestCase("ApiKey", "k", "unknown setting 'ApiKey' at AuthProfiles:AzureOpenAI:assistant:ApiKey")]
    [TestCase("Endpoint", "contoso.openai.azure.com", "unknown setting 'Endpoint'")]
    [TestCase("ChatDeploymnet", "x", "Did you mean 'ChatDeployment'?")]
    [TestCase("Timeout", "5", "Timeout is not valid. Set AuthProfiles:AzureOpenAI:assistant:Timeout")]
    public void What_has_no_effect_or_is_wrong_is_said_at_the_start(string setting, string value, string said)
    {
        using var app = Users(new((setting, value)));
        app.Services.AddAzureOpenAI("assistant", profile: "openai-users");

        Assert.That(app.StartupError().Message, Does.StartWith("Azure OpenAI 'assistant': ").And.Contain(said));
    }

    [Test]
    public void What_code_says_wrongly_is_said_at_the_start()
    {
        using var app = Users(new());
        app.Services.AddAzureOpenAI("assistant", "openai-users", static o => o.Timeout = TimeSpan.Zero);

        Assert.That(app.StartupError().Message, Does.Contain("Timeout"));
    }

    [Test]
    public void A_name_has_one_profile()
    {
        var services = new ServiceCollection();
        services.AddAzureOpenAI("assistant", profile: "openai-users");

        Assert.That(() => services.AddAzureOpenAI("assistant"), Throws.InvalidOperationException.With.Message.Contains("'openai-users' already"));
    }

    [TestCase("", "users")]
    [TestCase("a:b", "users")]
    [TestCase("assistant", "")]
    public void Names_are_such_that_settings_can_have_them(string name, string profile) =>
        Assert.That(() => new ServiceCollection().AddAzureOpenAI(name, profile), Throws.ArgumentException);

    private static Application Users(Application app)
    {
        app.Services.AddAuthProfiles().AddAuthorizationCode("openai-users", static o =>
        {
            o.Provider = OAuthProviders.EntraIdDelegated;
            o.BaseUrl = Contoso + "/";
            o.ClientId = "app";
            o.ClientSecret = "s3cret";
            o.Inputs["tenantId"] = "contoso.com";
            o.Scope["scope"] = "https://cognitiveservices.azure.com/user_impersonation";
        });
        return app;
    }

    private static Connection Consented(string user, string token) => new()
    {
        Key = new("openai-users", user: user),
        Grant = new() { AccessToken = token, ObtainedAt = TimeProvider.System.GetUtcNow(), ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(1) },
    };
}
