using AuthProfiles.Testing;
using AuthProfiles.Testing.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace AuthProfiles;

/// <summary>Lets an application's own registrations run offline.</summary>
public static class LocalServicesExtensions
{
    /// <summary>Sends every client to services in memory, supplies test values for missing settings, and makes time manual.</summary>
    /// <remarks>
    /// Call it after the application's registrations, which stay as they are. Primary handlers of the platform are swapped; one that a
    /// test configured itself, such as a MockHttp, stays. Time stands still until <see cref="ManualClock.Advance"/>: pauses between
    /// repeated calls wait for it too.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <returns>The services in memory, for the test to fill and to ask. The test disposes them.</returns>
    public static LocalServices UseLocalServices(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var local = new LocalServices();
        services.AddAuthProfiles();
        services.AddSingleton<TimeProvider>(local.Clock);
        services.AddSingleton<ISettingSupplier>(new LocalSettings());

        // Appended, so that it acts before the one that puts the credential on: the credential is then beside the swapped primary.
        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new LocalPrimaryFilter(local));
        return local;
    }

    /// <summary>Gives a profile a credential of the test's choice, without a token endpoint or any setting.</summary>
    /// <remarks>A key or password profile takes the value for what is missing, in its own place; any other sends it as a bearer token.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="profile">The profile's name.</param>
    /// <param name="value">The credential's value.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection UseFakeCredential(this IServiceCollection services, string profile, string value)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(profile);
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        var fake = new FakeCredential(profile, value);
        services.AddAuthProfiles();
        return services.AddSingleton<ISettingSupplier>(fake).AddSingleton<IProfileDecorator>(fake);
    }
}
