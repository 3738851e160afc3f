using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Testing;

/// <summary>The Test of a profile, over the local services and without a setting.</summary>
[TestFixture]
public sealed class OfflineAuthorizationTests
{
    [TestCase("assistant")]
    [TestCase("support")]
    public async Task Both_connectors_pass_for_a_tenant(string profile)
    {
        var services = new ServiceCollection();
        services.AddAzureOpenAI("assistant", o => o.ChatDeployment = "gpt-4o-mini");
        services.AddZendesk("support");
        await using var local = services.UseLocalServices();
        await using var provider = services.BuildServiceProvider();

        var result = await provider.GetRequiredService<IAuthorizationTester>().TestAsync(profile, "acme");

        Assert.That(result.Succeeded, Is.True, result.ToString);
        Assert.That(result.Stage, Is.EqualTo(AuthorizationTestStage.Probe));
    }

    [Test]
    public async Task A_profile_that_no_client_is_bound_to_is_probed_offline_too()
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddClientCredentials("zendesk", o =>
        {
            o.BaseUrl = "https://acme.zendesk.com/";
            o.TokenUrl = "https://acme.zendesk.com/oauth/tokens";
            o.BodyFormat = BodyFormat.Json;
            o.ClientAuthentication = ClientAuthentication.Post;
            o.Scope["scope"] = "read";
            o.Probe = "GET api/v2/tickets/count";
        });
        await using var local = services.UseLocalServices();
        await using var provider = services.BuildServiceProvider();

        var result = await provider.GetRequiredService<IAuthorizationTester>().TestAsync("zendesk");

        Assert.That(result.Succeeded, Is.True, result.ToString);
        Assert.That(local.Zendesk.RequestCount, Is.EqualTo(1));
    }

    [Test]
    public async Task A_profile_that_goes_by_a_proxy_stays_offline()
    {
        var services = new ServiceCollection();
        services.AddHttpClient("corp").ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { Proxy = new System.Net.WebProxy("http://proxy.invalid:8080") });
        services.AddAuthProfiles().AddClientCredentials("zendesk", o =>
        {
            o.BaseUrl = "https://acme.zendesk.com/";
            o.TokenUrl = "https://login.orders.example/token";
            o.PrimaryHandler = "corp";
            o.Scope["scope"] = "read";
            o.Probe = "GET api/v2/tickets/count";
        });
        await using var local = services.UseLocalServices();
        await using var provider = services.BuildServiceProvider();

        var result = await provider.GetRequiredService<IAuthorizationTester>().TestAsync("zendesk");

        Assert.That(result.Stage, Is.EqualTo(AuthorizationTestStage.Probe), result.ToString);
    }
}
