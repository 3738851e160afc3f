using AuthProfiles.Connections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthProfiles;

/// <summary>Says where connections are kept.</summary>
public static class PersistenceBuilderExtensions
{
    /// <summary>Keeps connections in a durable store, in place of the memory of the process.</summary>
    /// <remarks>The program does not start without an <see cref="IConnectionProtector"/>.</remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="create">Makes the store, of the services and what seals its entries. It is called once.</param>
    /// <returns>The builder.</returns>
    public static AuthProfilesBuilder PersistConnections(this AuthProfilesBuilder builder, Func<IServiceProvider, ConnectionSealer, IConnectionStore> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        builder.Services.TryAddSingleton(static services => new ConnectionSealer(services.GetService<IConnectionProtector>() ?? throw NoProtector()));
        builder.Services.TryAddSingleton(static services => new PendingAuthorizationSealer(services.GetService<IConnectionProtector>() ?? throw NoProtector()));
        builder.Services.Replace(ServiceDescriptor.Singleton(services => create(services, services.GetRequiredService<ConnectionSealer>())));
        return builder;
    }

    /// <summary>Keeps connections, and consents that have begun, in files of one directory, for all processes of one machine: <see cref="FileConnectionStore"/> and <see cref="FileAuthorizationStateStore"/>.</summary>
    /// <remarks>The program does not start without a directory, or without an <see cref="IConnectionProtector"/>: call <see cref="ProtectionBuilderExtensions.ProtectConnectionsWithKeyRing(AuthProfilesBuilder)"/> too.</remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="directory">The directory, or null: the setting <c>AuthProfiles:FileStore:Directory</c> names it. It is made where it is missing; the one above it must be there.</param>
    /// <returns>The builder.</returns>
    public static AuthProfilesBuilder PersistConnectionsToFileSystem(this AuthProfilesBuilder builder, string? directory = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IAuthorizationStateStore>(services =>
            new FileAuthorizationStateStore(Named(services), services.GetRequiredService<PendingAuthorizationSealer>(), services.GetService<TimeProvider>())));
        return builder.PersistConnections((services, sealer) => new FileConnectionStore(Named(services), sealer, services.GetService<TimeProvider>()));

        string Named(IServiceProvider services) => (directory ?? services.GetService<IConfiguration>()?[FileFailure.Setting]) is { Length: > 0 } named ? named : throw NoDirectory();
    }

    private static AuthorizationException NoDirectory() => new(
        AuthorizationErrorKind.Configuration,
        string.Empty,
        $"Connections are to be kept in files, and no directory is named. Set {FileFailure.Setting} (environment: {FileFailure.Setting.Replace(":", "__", StringComparison.Ordinal)}), or give it to PersistConnectionsToFileSystem.");

    private static AuthorizationException NoProtector() => new(
        AuthorizationErrorKind.Configuration,
        string.Empty,
        "Connections are to be kept on a disk or in a database, and nothing encrypts them. Call ProtectConnectionsWithKeyRing, or register an IConnectionProtector.");
}
