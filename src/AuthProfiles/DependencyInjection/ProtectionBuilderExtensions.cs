using AuthProfiles.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthProfiles;

/// <summary>Says what encrypts connections where they are kept.</summary>
public static class ProtectionBuilderExtensions
{
    /// <summary>Encrypts with AES-GCM and the keys in settings: <c>AuthProfiles:KeyRing:Keys:{id}</c>, each 32 bytes in base64, of which <c>AuthProfiles:KeyRing:Current</c> names the one that encrypts.</summary>
    /// <remarks>With one key alone, <c>Current</c> may be left out. The settings are read once, when the program starts.</remarks>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static AuthProfilesBuilder ProtectConnectionsWithKeyRing(this AuthProfilesBuilder builder) =>
        Protect(builder, static services => KeyRingSettings.Read(services.GetService<IConfiguration>()));

    /// <summary>Encrypts with AES-GCM and the keys given, such as those of a vault.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="ring">The keys.</param>
    /// <returns>The builder.</returns>
    public static AuthProfilesBuilder ProtectConnectionsWithKeyRing(this AuthProfilesBuilder builder, ConnectionKeyRing ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        return Protect(builder, _ => ring);
    }

    private static AuthProfilesBuilder Protect(AuthProfilesBuilder builder, Func<IServiceProvider, ConnectionKeyRing> ring)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IConnectionProtector>(services => new AesGcmConnectionProtector(ring(services))));
        return builder;
    }
}
