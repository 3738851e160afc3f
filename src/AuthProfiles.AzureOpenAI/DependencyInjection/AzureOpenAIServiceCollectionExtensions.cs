using System.Diagnostics.Metrics;
using AuthProfiles.AzureOpenAI;
using AuthProfiles.AzureOpenAI.Authorization;
using AuthProfiles.AzureOpenAI.DependencyInjection;
using AuthProfiles.AzureOpenAI.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

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

    /// <summary>Registers an <see cref="AzureOpenAIClient"/> that another profile authorizes, such as one of <see cref="OAuthProviders.EntraIdDelegated"/> that users consent to.</summary>
    /// <remarks>
    /// The profile's base address is the resource's, with a slash at its end. Deployments, version and time limits stand in
    /// <c>AuthProfiles:AzureOpenAI:{name}</c>, and nothing else does.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="name">The registration's name: not empty, no colon.</param>
    /// <param name="profile">The profile's name. It may be declared before or after.</param>
    /// <returns>A builder for what belongs to the registration.</returns>
    /// <exception cref="InvalidOperationException">A registration of that name has another profile.</exception>
    public static AzureOpenAIBuilder AddAzureOpenAI(this IServiceCollection services, string name, string profile) => AddOver(services, name, profile, configure: null);

    /// <summary>Registers an <see cref="AzureOpenAIClient"/> that another profile authorizes. The delegate has the last word over the settings in <c>AuthProfiles:AzureOpenAI:{name}</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The registration's name: not empty, no colon.</param>
    /// <param name="profile">The profile's name. It may be declared before or after.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <inheritdoc cref="AddAzureOpenAI(IServiceCollection, string, string)"/>
    public static AzureOpenAIBuilder AddAzureOpenAI(this IServiceCollection services, string name, string profile, Action<AzureOpenAIClientOptions>? configure) =>
        AddOver(services, name, profile, configure);

    private static AzureOpenAIBuilder Add(IServiceCollection services, string name, Action<AzureOpenAIOptions>? configure, IConfigurationSection? section)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddAuthProfiles().Add(AzureOpenAIKind.Instance, name, configure, section);
        return AddClient(services, name, name, services => AzureOpenAIProfile.SettingsOf(services.GetRequiredKeyedService<IAuthorizationProfile>(name)));
    }

    private static AzureOpenAIBuilder AddOver(IServiceCollection services, string name, string profile, Action<AzureOpenAIClientOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        var section = new ClientSection(name);
        var options = services.AddOptions<AzureOpenAIClientOptions>(name);
        if (!IsRegistered(services, name))
        {
            options.Configure<IServiceProvider>((options, services) => section.Read(services.GetService<IConfiguration>(), options)).Validate(section.IsUsable).ValidateOnStart();
        }

        options.Configure(options => configure?.Invoke(options));
        return AddClient(services, name, profile, services => section.SettingsOf(services.GetRequiredService<IOptionsMonitor<AzureOpenAIClientOptions>>().Get(name)));
    }

    private static AzureOpenAIBuilder AddClient(IServiceCollection services, string name, string profile, Func<IServiceProvider, ClientSettings> settings)
    {
        var http = services.AddHttpClient($"AuthProfiles.AzureOpenAI:{name}").AddAuthorizationProfile(profile);
        if (!IsRegistered(services, name))
        {
            http.AddResilience(static options => options.AttemptTimeout = AttemptTimeout).ConfigureHttpClient((services, http) => http.Timeout = settings(services).Timeout);
            services.AddKeyedSingleton(name, (services, _) => new AzureOpenAIClient(
                new ServiceCalls(settings(services), MeterOf(services), services.GetService<TimeProvider>() ?? TimeProvider.System),
                Checked(services.GetRequiredService<IHttpClientFactory>().CreateClient(http.Name), profile)));
            services.TryAddSingleton(services => services.GetRequiredKeyedService<AzureOpenAIClient>(name));
        }

        return new(services, name, http);
    }

    // Addresses of calls are relative: without the slash they would take the place of the path's last segment.
    private static HttpClient Checked(HttpClient http, string profile) => http.BaseAddress is { } address && address.AbsolutePath.EndsWith('/')
        ? http
        : throw new AuthorizationException(AuthorizationErrorKind.Configuration, profile, $"Profile '{profile}': BaseUrl has no slash at its end, and calls are made below it. Set BaseUrl of the profile to an address such as https://contoso.openai.azure.com/.");

#pragma warning disable CA2000 // The factory owns its meters.
    private static ClientMeter MeterOf(IServiceProvider services) =>
        services.GetService<IMeterFactory>() is { } meters ? new(meters.Create(ClientTelemetry.Name)) : ClientMeter.Standalone;
#pragma warning restore CA2000

    private static bool IsRegistered(IServiceCollection services, string name) =>
        services.Any(service => service.ServiceType == typeof(AzureOpenAIClient) && Equals(service.ServiceKey, name));
}
