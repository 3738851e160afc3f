using AuthProfiles.Zendesk;
using AuthProfiles.Zendesk.Authorization;
using AuthProfiles.Zendesk.DependencyInjection;
using AuthProfiles.Zendesk.Limits;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthProfiles;

/// <summary>Registers clients of Zendesk.</summary>
/// <remarks>
/// Each registers a <see cref="ZendeskClient"/> under its name as the key, and the first one without a key too. It is transient,
/// like any client of the factory; <see cref="ZendeskClient.For"/> is right in a service of any lifetime.
/// </remarks>
public static class ZendeskServiceCollectionExtensions
{
    /// <summary>Registers a client of Zendesk with the settings in <c>AuthProfiles:Zendesk:{name}</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The profile's name.</param>
    /// <returns>The HTTP client below it, which has the profile and repeats failed calls already; for a handler of one's own or a time limit.</returns>
    public static IHttpClientBuilder AddZendesk(this IServiceCollection services, string name) => Add(services, name, configure: null, section: null);

    /// <summary>Registers a client of Zendesk. The delegate has the last word over the settings in <c>AuthProfiles:Zendesk:{name}</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <returns>The HTTP client below it, which has the profile and repeats failed calls already; for a handler of one's own or a time limit.</returns>
    public static IHttpClientBuilder AddZendesk(this IServiceCollection services, string name, Action<ZendeskOptions>? configure) =>
        Add(services, name, configure, section: null);

    /// <summary>Registers a client of Zendesk with its settings in a section of the caller's choice.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="section">The section.</param>
    /// <returns>The HTTP client below it, which has the profile and repeats failed calls already; for a handler of one's own or a time limit.</returns>
    public static IHttpClientBuilder AddZendesk(this IServiceCollection services, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name, configure: null, section);
    }

    /// <summary>Registers a client of Zendesk that another profile authorizes, such as one of <see cref="OAuthProviders.Zendesk"/> that users consent to.</summary>
    /// <remarks>It has no profile and no settings of its own: the profile's base address is the account's, and <see cref="ZendeskClient.For"/> names whomever the profile serves.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="name">The client's name.</param>
    /// <param name="profile">The profile's name. It may be declared before or after.</param>
    /// <returns>The HTTP client below it, which has the profile and repeats failed calls already; for a handler of one's own or a time limit.</returns>
    /// <exception cref="InvalidOperationException">A client of that name has another profile.</exception>
    public static IHttpClientBuilder AddZendesk(this IServiceCollection services, string name, string profile)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return AddClient(services, name, profile);
    }

    /// <summary>Registers a client of the operations that one account answers to anybody, without any credential.</summary>
    /// <remarks>It registers a <see cref="ZendeskAnonymousClient"/> under its name as the key, and the first one without a key too. It has no profile and no settings.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="name">The client's name.</param>
    /// <param name="subdomain">The account: <c>acme</c>, <c>acme.zendesk.com</c> or <c>https://acme.zendesk.com/</c>.</param>
    /// <returns>The HTTP client below it, which repeats failed calls already; for a handler, or the address of a local service.</returns>
    /// <exception cref="FormatException">The subdomain is none. The message does not repeat it.</exception>
    public static IHttpClientBuilder AddAnonymousZendesk(this IServiceCollection services, string name, string subdomain)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var address = new Uri($"https://{ZendeskSubdomain.Parse(subdomain)}.zendesk.com/");
        var http = services.AddHttpClient($"AuthProfiles.Zendesk.Anonymous:{name}").ConfigureHttpClient(client => client.BaseAddress = address);
        var before = services.Count;
        services.TryAddKeyedTransient(name, (provider, _) => new ZendeskAnonymousClient(provider.GetRequiredService<IHttpClientFactory>().CreateClient(http.Name)));
        if (services.Count == before)
        {
            // Registered before: the client has all but the address, which may be another.
            return http;
        }

        services.TryAddTransient(provider => provider.GetRequiredKeyedService<ZendeskAnonymousClient>(name));
        return AddPlain(services, http.Name).AddResilience();
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string name, Action<ZendeskOptions>? configure, IConfigurationSection? section)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddAuthProfiles().Add(ZendeskKind.Instance, name, configure, section);
        return AddClient(services, name, name);
    }

    private static IHttpClientBuilder AddClient(IServiceCollection services, string name, string profile)
    {
        var http = services.AddHttpClient($"AuthProfiles.Zendesk:{name}").AddAuthorizationProfile(profile);
        var before = services.Count;
        services.TryAddKeyedTransient(name, (provider, _) => Create(provider, http.Name));
        if (services.Count == before)
        {
            // Registered before: another delegate may have been added, and the client has all it needs.
            return http;
        }

        services.TryAddTransient(provider => provider.GetRequiredKeyedService<ZendeskClient>(name));
        if (!services.Any(static service => service.ServiceType == typeof(PlainClient)))
        {
            services.AddSingleton<PlainClient>();

            // The addresses of files have in them what opens the files: no log shows them.
            AddPlain(services, PlainClient.Name).AddResilience().RemoveAllLoggers();
        }

        // Time for all attempts and for the waits that Zendesk may ask for between them, and for a file.
        return http.AddHttpMessageHandler(provider => Pacing(provider, profile)).AddResilience().ConfigureHttpClient(static client => client.Timeout = TimeSpan.FromMinutes(10));
    }

    private static PacingHandler Pacing(IServiceProvider services, string profile) =>
        new(ZendeskProfile.PacesOf(services.GetRequiredKeyedService<IAuthorizationProfile>(profile)), services.GetService<TimeProvider>() ?? TimeProvider.System);

    private static ZendeskClient Create(IServiceProvider services, string http)
    {
        var clients = services.GetRequiredService<IHttpClientFactory>();
        return new(clients.CreateClient(http), timeProvider: services.GetService<TimeProvider>(), withoutCredential: clients.CreateClient(PlainClient.Name));
    }

    private static IHttpClientBuilder AddPlain(IServiceCollection services, string name) => services.AddHttpClient(name)
        .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
}
