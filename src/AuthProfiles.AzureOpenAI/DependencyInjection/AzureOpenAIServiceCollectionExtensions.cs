using AuthProfiles.AzureOpenAI;
using AuthProfiles.AzureOpenAI.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthProfiles;

/// <summary>Registers Azure OpenAI clients.</summary>
public static class AzureOpenAIServiceCollectionExtensions
{
    // A model answers only when it has finished. A completion is not repeated for being slow: the call's own limit decides.
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromMinutes(10);

    /// <summary>Registers an <see cref="AzureOpenAIClient"/>. Its settings stand in <c>AuthProfiles:AzureOpenAI:{name}</c>.</summary>
    /// <remarks>
    /// The client is a singleton with the name as its key; the first one is there without a key too. Its HTTP client is named
    /// <c>AuthProfiles.AzureOpenAI:{name}</c>. Registered again by the same name, it takes the further delegates.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="name">The registration's name: not empty, no colon.</param>
    /// <returns>A builder for what belongs to the registration.</returns>
    /// <exception cref="InvalidOperationException">A profile of another kind has the name.</exception>
    public static AzureOpenAIBuilder AddAzureOpenAI(this IServiceCollection services, string name) => Add(services, name, configure: null, section: null);

    /// <summary>Registers an <see cref="AzureOpenAIClient"/>. The delegate has the last word over the settings in <c>AuthProfiles:AzureOpenAI:{name}</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The registration's name: not empty, no colon.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <inheritdoc cref="AddAzureOpenAI(IServiceCollection, string)"/>
    public static AzureOpenAIBuilder AddAzureOpenAI(this IServiceCollection services, string name, Action<AzureOpenAIOptions>? configure) =>
        Add(services, name, configure, section: null);

    /// <summary>Registers an <see cref="AzureOpenAIClient"/>, with its settings in a section of the caller's choice.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The registration's name: not empty, no colon.</param>
    /// <param name="section">The section.</param>
    /// <inheritdoc cref="AddAzureOpenAI(IServiceCollection, string)"/>
    public static AzureOpenAIBuilder AddAzureOpenAI(this IServiceCollection services, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name, configure: null, section);
    }

    private static AzureOpenAIBuilder Add(IServiceCollection services, string name, Action<AzureOpenAIOptions>? configure, IConfigurationSection? section)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddAuthProfiles().Add(AzureOpenAIKind.Instance, name, configure, section);
        var client = $"AuthProfiles.AzureOpenAI:{name}";
        var http = services.AddHttpClient(client);
        if (!services.Any(service => service.ServiceType == typeof(AzureOpenAIClient) && Equals(service.ServiceKey, name)))
        {
            http.AddAuthorizationProfile(name)
                .AddResilience(static options => options.AttemptTimeout = AttemptTimeout)
                .ConfigureHttpClient((services, http) => http.Timeout = SettingsOf(services, name).Timeout);
            services.AddKeyedSingleton(name, (services, _) => new AzureOpenAIClient(
                new ServiceCalls(SettingsOf(services, name), services.GetService<TimeProvider>() ?? TimeProvider.System),
                services.GetRequiredService<IHttpClientFactory>().CreateClient(client)));
            services.TryAddSingleton(services => services.GetRequiredKeyedService<AzureOpenAIClient>(name));
        }

        return new(services, name, http);
    }

    private static ClientSettings SettingsOf(IServiceProvider services, string name) =>
        AzureOpenAIProfile.SettingsOf(services.GetRequiredKeyedService<IAuthorizationProfile>(name));
}
