using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Settings in which a secret stands where it is wrong: what is said about them names the setting and never the value.</summary>
[TestFixture]
[Category("Canary")]
[NonParallelizable]
public sealed class SettingsCanaryTests
{
    [TestCase("AuthProfiles:Profiles:orders:Kee")]
    [TestCase("AuthProfiles:Profiles:orders:ClientSecrets")]
    [TestCase("AuthProfiles:Profiles:orders:ClientKey")]
    [TestCase("AuthProfiles:Profiles:orders:BaseUrl")]
    [TestCase("AuthProfiles:Profiles:orders:TokenUrl")]
    [TestCase("AuthProfiles:Profiles:orders:ClientAuthentication")]
    [TestCase("AuthProfiles:Profiles:orders:RenewBefore")]
    [TestCase("AuthProfiles:Profiles:orders:Provider")]
    [TestCase("AuthProfiles:Profiles:orders:Type")]
    [TestCase("AuthProfiles:Profiles:orders:Probe")]
    [TestCase("AuthProfiles:Profiles:orders:SecretExpiresOn")]
    [TestCase("AuthProfiles:Profiles:orders:AuthorizationFields:0:Type")]
    [TestCase("AuthProfiles:Profiles:orders:Connections:acme:ClientSecrets")]
    [TestCase("AuthProfiles:KeyRing:Keys:2026-11")]
    [TestCase("AuthProfiles:KeyRing:Current")]
    [TestCase("AuthProfiles:Zendesk:support:Subdomain")]
    [TestCase("AuthProfiles:Zendesk:support:RequestsPerMinute")]
    [TestCase("AuthProfiles:Zendesk:support:ApiTokens")]
    [TestCase("AuthProfiles:AzureOpenAI:assistant:Endpoint")]
    [TestCase("AuthProfiles:AzureOpenAI:assistant:LoginUrl")]
    [TestCase("AuthProfiles:AzureOpenAI:assistant:ApiKeys")]
    [CancelAfter(20_000)]
    public async Task No_error_tells_a_value(string setting, CancellationToken cancellation)
    {
        using var run = new CanaryRun();
        var ring = ConnectionKeyRing.CreateKey();
        run.Learn("key of the ring", ring[..40]);
        var folder = Directory.CreateTempSubdirectory("canary-");
        try
        {
            var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["AuthProfiles:Profiles:orders:Type"] = "ClientCredentials",
                ["AuthProfiles:Profiles:orders:BaseUrl"] = "https://orders.example/",
                ["AuthProfiles:Profiles:orders:TokenUrl"] = "https://login.example/token",
                ["AuthProfiles:Profiles:orders:ClientId"] = "app",
                ["AuthProfiles:Profiles:orders:ClientSecret"] = run.Plant("client secret"),
                ["AuthProfiles:Zendesk:support:ClientId"] = "app",
                ["AuthProfiles:Zendesk:support:ClientSecret"] = run.Plant("client secret of Zendesk"),
                ["AuthProfiles:AzureOpenAI:assistant:Endpoint"] = "contoso.openai.azure.com",
                ["AuthProfiles:AzureOpenAI:assistant:ApiKey"] = run.Plant("API key"),
                ["AuthProfiles:KeyRing:Keys:2026-10"] = ring,
                [setting] = run.Plant("misplaced secret", " +/~=:\r\n\u0001"),
            };
            var services = run.CreateServices();
            services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
            services.AddAuthProfiles().AddClientCredentials("orders").PersistConnectionsToFileSystem(folder.FullName).ProtectConnectionsWithKeyRing();
            services.AddZendesk("support");
            services.AddAzureOpenAI("assistant");
            services.AddHttpClient("orders").AddAuthorizationProfile("orders");
            await using var provider = services.BuildServiceProvider();

            await run.TryAsync("start", () => Task.Run(() => provider.GetRequiredService<IStartupValidator>().Validate(), cancellation));
            foreach (var profile in new[] { "orders", "support", "assistant" })
            {
                await run.TryAsync("test", () => provider.GetRequiredService<IAuthorizationTester>().CheckAsync(profile, profile is "orders" ? "acme" : null, cancellationToken: cancellation));
                await run.TryAsync("explanation", () => Task.Run(() => provider.GetRequiredService<IAuthorizationInspector>().Explain(profile, new(HttpMethod.Get, "items"), profile is "orders" ? "acme" : null), cancellation));
                await run.TryAsync("profile", () => Task.Run(() => provider.GetRequiredKeyedService<IAuthorizationProfile>(profile), cancellation));
            }

            await run.TryAsync("lint", () => Task.Run(() => provider.GetRequiredService<IAuthorizationInspector>().Lint(), cancellation));
            await run.TryAsync("client", () => Task.Run(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient("orders"), cancellation));
            await run.TryAsync("store", () => Task.Run(() => provider.GetRequiredService<IConnectionStore>(), cancellation));

            Assert.That(run.Told.All.Select(static told => told.Text), Has.Some.Contains(setting.Split(':')[^1]), "Something is said about the setting.");
            run.AssertClean(atLeast: 10);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
