using AuthProfiles.Tool.Settings;
using AuthProfiles.Tool.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthProfiles.Tool;

/// <summary>The application's profiles, made of its settings, for the time of one command.</summary>
internal sealed class Session(LoadedSettings settings, StoreChoice? store, ServiceProvider services) : IAsyncDisposable
{
    private const int MostShown = 10;

    public LoadedSettings Settings => settings;

    /// <summary>Gets the connection store, or null where connections are in memory.</summary>
    public StoreChoice? Store => store;

    public IConnections Connections => services.GetRequiredService<IConnections>();

    public IAuthorizationTester Tester => services.GetRequiredService<IAuthorizationTester>();

    public IAuthorizationInspector Inspector => services.GetRequiredService<IAuthorizationInspector>();

    /// <param name="settings">The settings.</param>
    /// <param name="store">The store, or null.</param>
    /// <param name="sends">Whether anything is to be sent.</param>
    /// <param name="hasStoreElsewhere">Whether the application has a store that is not asked here.</param>
    /// <param name="configure">Has the last word over the services.</param>
    public static Session Open(LoadedSettings settings, StoreChoice? store, bool sends, bool hasStoreElsewhere, Action<IServiceCollection> configure)
    {
        var services = new ServiceCollection();
        var builder = DeclaredProfiles.AddTo(services, settings.Root, sends);
        if (store is not null)
        {
            store.AddTo(builder);
        }
        else if (hasStoreElsewhere)
        {
            services.Replace(ServiceDescriptor.Singleton<IConnectionStore, UnaskedStore>());
        }

        configure(services);
        return new(settings, store, services.BuildServiceProvider());
    }

    /// <summary>Refuses a profile that is not in the settings.</summary>
    /// <exception cref="UsageException">It is not.</exception>
    public void RequireProfile(string profile)
    {
        if (DeclaredProfiles.IsDeclared(settings.Root, profile))
        {
            return;
        }

        if (DeclaredProfiles.FindClientSection(settings.Root, profile) is { } client)
        {
            throw new UsageException(DeclaredProfiles.DescribeClient(client));
        }

        var place = $"{DeclaredProfiles.Section}:{profile}:Type";
        var known = Connections.Profiles.Where(name => DeclaredProfiles.IsDeclared(settings.Root, name)).Order(StringComparer.Ordinal).ToArray();
        throw new UsageException(
            $"The settings have no profile '{profile}'{(known.Length == 0 ? ", nor any other" : $"; they have {string.Join(", ", known.Take(MostShown))}{(known.Length > MostShown ? ", …" : null)}")}. "
            + $"A profile that only code declares is not seen from here: write its kind into the settings too, {place} (environment: {place.Replace(":", "__", StringComparison.Ordinal)}), such as ApiKey or AuthorizationCode. "
            + $"Read: {string.Join(", ", settings.Sources)}.");
    }

    /// <summary>Refuses to go on without a store.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public StoreChoice RequireStore(string why, bool mustExist)
    {
        var found = store ?? throw new UsageException($"{why} Name the store that the application is configured with: --store DIRECTORY or AuthProfiles:FileStore:Directory for PersistConnectionsToFileSystem, --database NAME for PersistConnectionsToDatabase.");
        return mustExist && found.IsNew ? throw new UsageException($"The directory {found} is not there, so nothing is kept in it. Give the one that the application has.") : found;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
