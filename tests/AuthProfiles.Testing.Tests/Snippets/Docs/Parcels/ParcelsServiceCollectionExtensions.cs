using AuthProfiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Snippets.Parcels;

/// <summary>Registers clients of Parcels.</summary>
public static class ParcelsServiceCollectionExtensions
{
    public static IHttpClientBuilder AddParcels(this IServiceCollection services, string name, Action<ParcelsOptions>? configure = null)
    {
        services.AddAuthProfiles().Add(ParcelsKind.Instance, name, configure);
        services.TryAddKeyedTransient(name, (provider, _) => new ParcelsClient(provider.GetRequiredService<IHttpClientFactory>().CreateClient($"Parcels:{name}")));
        services.TryAddTransient(provider => provider.GetRequiredKeyedService<ParcelsClient>(name));
        return services.AddHttpClient($"Parcels:{name}").AddAuthorizationProfile(name);
    }
}
