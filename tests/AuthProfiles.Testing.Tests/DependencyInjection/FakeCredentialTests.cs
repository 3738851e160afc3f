using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Testing;

/// <summary>What a fake credential stands for, and what it leaves to the test.</summary>
[TestFixture]
public sealed class FakeCredentialTests
{
    [Test]
    public async Task It_is_no_endpoint()
    {
        var services = new ServiceCollection();
        services.AddAzureOpenAI("assistant");
        services.UseFakeCredential("assistant", "test");
        await using var provider = services.BuildServiceProvider();

        var error = Assert.Catch<AuthorizationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.That(error!.Message, Does.StartWith("Azure OpenAI 'assistant': Endpoint is missing.").And.Not.Contain("ClientSecret").And.Not.Contain("ApiKey is"));
    }

    [Test]
    public async Task It_is_no_additional_field_that_is_open()
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddCustom("bank", o =>
        {
            o.BaseUrl = "https://api.bank.example/";
            o.AdditionalFields.Add(new("branch") { Secret = false });
            o.AdditionalFields.Add(new("pin"));
            o.AuthorizationFields.Add(AuthorizationField.Header("X-Branch", "{{branch}}"));
            o.AuthorizationFields.Add(AuthorizationField.Header("X-Pin", "{{pin}}"));
        });
        services.AddHttpClient("bank").AddAuthorizationProfile("bank");
        services.UseFakeCredential("bank", "test");
        await using var provider = services.BuildServiceProvider();

        var error = await Assert.CatchAsync<AuthorizationException>(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient("bank").GetAsync("x"));

        Assert.That(error!.Message, Does.Contain("Branch is missing"));
    }

    [Test]
    public async Task It_is_all_that_a_password_profile_needs()
    {
        using var api = new MockHttpMessageHandler();
        api.Expect("https://desk.example/x").WithHeaders("Authorization", Wire.Basic("test", "test").ToString()).Respond("text/plain", "ok");
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddBasic("desk", o => o.BaseUrl = "https://desk.example/");
        services.AddHttpClient("desk").AddAuthorizationProfile("desk").ConfigurePrimaryHttpMessageHandler(() => api);
        services.UseFakeCredential("desk", "test");
        await using var provider = services.BuildServiceProvider();

        Assert.That(await provider.GetRequiredService<IHttpClientFactory>().CreateClient("desk").GetStringAsync("x"), Is.EqualTo("ok"));
    }

    [Test]
    public async Task A_host_with_nothing_else_starts()
    {
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddAuthProfiles().AddClientCredentials("orders", o => { o.BaseUrl = "https://orders.example/"; o.TokenUrl = "https://login.example/token"; });
        services.AddZendesk("support");
        services.UseFakeCredential("orders", "test").UseFakeCredential("support", "test");
        await using var provider = services.BuildServiceProvider();

        Assert.That(() => provider.GetRequiredService<IStartupValidator>().Validate(), Throws.Nothing);
    }
}
