using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.AzureOpenAI.Tests.DependencyInjection;

internal sealed class AddAzureOpenAITests
{
    private const string Contoso = "https://contoso.openai.azure.com";

    [Test]
    public async Task One_statement_and_a_key_in_the_settings_are_enough()
    {
        using var app = new Application(("ApiKey", "k-123"), ("ChatDeployment", "gpt-4o-mini"));
        app.Services.AddAzureOpenAI("assistant", o => o.Endpoint = "contoso.openai.azure.com")
            .HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => app.Service);
        app.Expecting(Contoso, "api-key", "k-123");

        app.Start();
        await app.ChatAsync();

        app.VerifyAllWasSent();
    }

    [Test]
    public async Task Settings_alone_are_enough_too()
    {
        using var app = new Application(
            ("Endpoint", "https://contoso.openai.azure.com/"), ("ApiKey", "k-123"), ("EmbeddingDeployment", "vectors"), ("UrlFamily", "V1"), ("Timeout", "00:02:00"));
        app.Services.AddAzureOpenAI("assistant").HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => app.Service);
        app.Service.Expect(HttpMethod.Post, Contoso + "/openai/v1/embeddings").WithHeaders("api-key", "k-123").Respond("application/json", """{"data":[{"index":0,"embedding":[1]}]}""");

        app.Start();
        await app.Client.EmbedAsync(["Hello"]);

        Assert.That(app.Provider.GetRequiredService<IHttpClientFactory>().CreateClient("AuthProfiles.AzureOpenAI:assistant").Timeout, Is.EqualTo(TimeSpan.FromMinutes(2)));
        app.VerifyAllWasSent();
    }

    [Test]
    public async Task The_settings_may_stand_in_another_section()
    {
        using var app = new Application(("AuthProfilesElsewhere:Endpoint", "contoso.openai.azure.com"), ("AuthProfilesElsewhere:ApiKey", "k-9"), ("AuthProfilesElsewhere:ChatDeployment", "gpt-4o-mini"));
        app.Services.AddAzureOpenAI("assistant", app.Configuration.GetSection("AuthProfilesElsewhere"))
            .HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => app.Service);
        app.Expecting(Contoso, "api-key", "k-9");

        await app.ChatAsync();

        app.VerifyAllWasSent();
    }

    [Test]
    public async Task A_missing_deployment_is_named_in_the_section_that_was_read()
    {
        using var app = new Application(("AuthProfilesElsewhere:Endpoint", "contoso.openai.azure.com"), ("AuthProfilesElsewhere:ApiKey", "k-9"));
        app.Services.AddAzureOpenAI("assistant", app.Configuration.GetSection("AuthProfilesElsewhere"));

        var error = await Assert.CatchAsync<AuthorizationException>(() => app.ChatAsync());

        Assert.That(error!.Message, Does.StartWith("Azure OpenAI 'assistant': ChatDeployment is missing. Set AuthProfilesElsewhere:ChatDeployment (environment: AuthProfilesElsewhere__ChatDeployment)."));
    }

    [Test]
    public async Task The_delegate_has_the_last_word_and_the_next_one_after_it()
    {
        using var app = new Application(("Endpoint", "fabrikam.openai.azure.com"), ("ApiKey", "k-1"))
            .With(o => o.Endpoint = "wrong.openai.azure.com");
        app.Services.AddAzureOpenAI("assistant", o => o.Endpoint = "contoso.openai.azure.com");
        app.Expecting(Contoso, "api-key", "k-1");

        await app.ChatAsync();

        app.VerifyAllWasSent();
    }

    [Test]
    public async Task Two_names_are_two_resources_and_the_first_has_no_key()
    {
        using var app = new Application(("ApiKey", "k-1"), ("AuthProfiles:AzureOpenAI:batch:ApiKey", "k-2"))
            .With(o => o.Endpoint = "contoso.openai.azure.com")
            .With(o => o.Endpoint = "fabrikam.openai.azure.com", "batch")
            .Expecting(Contoso, "api-key", "k-1")
            .Expecting("https://fabrikam.openai.azure.com", "api-key", "k-2");

        app.Start();
        await app.ChatAsync();
        await app.Provider.GetRequiredKeyedService<AzureOpenAIClient>("batch").CompleteChatAsync(new ChatRequest("Hello"));

        Assert.That(app.Client, Is.SameAs(app.Provider.GetRequiredKeyedService<AzureOpenAIClient>("assistant")));
        app.VerifyAllWasSent();
    }

    [Test]
    public void A_call_may_take_ten_minutes_by_default()
    {
        using var app = new Application(("ApiKey", "k-1"), ("Endpoint", "contoso.openai.azure.com")).With();
        Assert.That(app.Provider.GetRequiredService<IHttpClientFactory>().CreateClient("AuthProfiles.AzureOpenAI:assistant").Timeout, Is.EqualTo(TimeSpan.FromMinutes(10)));
    }

    [Test]
    public void The_builder_leads_to_what_belongs_to_the_registration()
    {
        var services = new ServiceCollection();
        var builder = services.AddAzureOpenAI("assistant");
        Assert.That((builder.Name, builder.HttpClientBuilder.Name), Is.EqualTo(("assistant", "AuthProfiles.AzureOpenAI:assistant")));
        Assert.That(builder.Services, Is.SameAs(services));
    }

    [TestCase("")]
    [TestCase("a:b")]
    public void A_name_that_is_no_section_is_refused(string name) =>
        Assert.That(() => new ServiceCollection().AddAzureOpenAI(name), Throws.InstanceOf<ArgumentException>());

    [Test]
    public async Task Nothing_but_a_deployment_is_needed_with_local_services()
    {
        var services = new ServiceCollection();
        services.AddAzureOpenAI("assistant", o => o.ChatDeployment = "gpt-4o-mini");
        await using var local = services.UseLocalServices();
        local.AzureOpenAI.Answer("urgent");
        await using var provider = services.BuildServiceProvider();

        var answer = await provider.GetRequiredService<AzureOpenAIClient>().For("acme").CompleteChatAsync(new ChatRequest("The printer is on fire."));

        Assert.That(answer.Text, Is.EqualTo("urgent"));
    }

    [Test]
    public async Task A_profile_that_is_decorated_keeps_its_client()
    {
        using var app = new Application().With(o => o.Endpoint = "contoso.openai.azure.com").Expecting(Contoso, "Authorization", "Bearer test");
        app.Services.UseFakeCredential("assistant", "test");

        await app.ChatAsync();

        app.VerifyAllWasSent();
    }

    [Test]
    public async Task A_client_without_a_profile_has_no_views()
    {
        var client = ServiceStub.Answering(ServiceStub.Chat).Client();
        var error = await Assert.ThrowsAsync<AuthorizationException>(() => client.For("acme").CompleteChatAsync(new ChatRequest("Hello")));
        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.Configuration));
    }
}
