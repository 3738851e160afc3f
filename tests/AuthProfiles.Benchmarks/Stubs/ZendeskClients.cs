using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>Makes a container with the Zendesk connector as an application has it: resilience on, a token of the account.</summary>
internal static class ZendeskClients
{
    public static ServiceProvider Ours(HttpMessageHandler primary)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("AuthProfiles:Zendesk:support:Subdomain", "acme"),
            new("AuthProfiles:Zendesk:support:Token", "not-a-secret"),
        ]).Build());
        services.AddZendesk("support").ConfigurePrimaryHttpMessageHandler(() => primary);
        return services.BuildServiceProvider();
    }
}
