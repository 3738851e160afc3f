using AuthProfiles.Acquisition;
using AuthProfiles.DependencyInjection;
using AuthProfiles.Verification;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace AuthProfiles;

/// <summary>Registers authorization profiles.</summary>
public static class AuthProfilesServiceCollectionExtensions
{
    /// <summary>Registers what profiles need. It can be called any number of times.</summary>
    /// <remarks>Profiles that stand in settings alone, under <c>AuthProfiles:Profiles</c> with a <c>Type</c>, need nothing more.</remarks>
    /// <param name="services">The services.</param>
    /// <returns>A builder that declares profiles.</returns>
    public static AuthProfilesBuilder AddAuthProfiles(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return new(services, ProfileDeclarations.Of(services) ?? Register(services));
    }

    private static ProfileDeclarations Register(IServiceCollection services)
    {
        var declarations = new ProfileDeclarations();
        BuiltInKinds.AddTo(declarations);
        services.AddSingleton(declarations);
        services.AddHttpClient(TokenClient.Name);
        services.AddHttpClient(ProbeClient.Name);

        // First of all filters: it then acts last, when nobody can put a handler below the credential any more.
        services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, CredentialFilter>());
        services.AddSingleton<BorrowedPrimary>();
        services.AddSingleton<IPostConfigureOptions<HttpClientFactoryOptions>, ClientPreparation>();
        services.TryAddSingleton<IConnectionStore, InMemoryConnectionStore>();
        services.AddSingleton<ProfileSurroundings>();
        services.AddSingleton<ProfileTable>();
        services.AddSingleton<ClientTable>();
        services.AddSingleton<ProbeRoutes>();
        services.AddSingleton<ProfileLint>();
        services.TryAddSingleton<IAuthorizationTester, AuthorizationTester>();
        services.TryAddSingleton<IAuthorizationInspector, AuthorizationInspector>();
        services.TryAddSingleton<IAuthorizationStateStore>(static services => new InMemoryAuthorizationStateStore(services.GetService<TimeProvider>()));
        services.TryAddSingleton<IConnections, ConnectionService>();
        services.TryAddKeyedSingleton<IAuthorizationProfile>(KeyedService.AnyKey, static (services, name) => services.GetRequiredService<ProfileTable>().Get((string)name!).Profile);
        services.AddSingleton<IValidateOptions<StartupOptions>, StartupValidation>();
        services.AddOptions<StartupOptions>().ValidateOnStart();
        return declarations;
    }
}
