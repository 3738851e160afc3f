using AuthProfiles.AspNetCore.Protection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthProfiles;

/// <summary>Encrypts connections by Data Protection.</summary>
public static class DataProtectionBuilderExtensions
{
    /// <summary>Encrypts what durable stores keep by the application's own Data Protection.</summary>
    /// <remarks>
    /// All nodes and restarts need the same keys: persist them (<c>PersistKeysToFileSystem</c> or elsewhere), protect them
    /// (<c>ProtectKeysWith…</c>: by default they are written in the clear), and set one application name. Where a key is gone, owners authorize again.
    /// </remarks>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static AuthProfilesBuilder ProtectConnectionsWithDataProtection(this AuthProfilesBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddDataProtection();
        builder.Services.TryAddSingleton<KeyLookup>();
        builder.Services.Replace(ServiceDescriptor.Singleton<IConnectionProtector, DataProtectionConnectionProtector>());
        return builder;
    }
}
