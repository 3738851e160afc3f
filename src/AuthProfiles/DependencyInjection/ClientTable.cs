using System.Collections.Concurrent;
using AuthProfiles.Connections;
using AuthProfiles.Injection;

namespace AuthProfiles.DependencyInjection;

/// <summary>What ties each named client to its profile, made when it is first needed.</summary>
internal sealed class ClientTable(ProfileDeclarations declarations, ProfileTable profiles, IHttpMessageHandlerFactory handlers, IServiceProvider services)
{
    private readonly ConcurrentDictionary<string, ClientBinding> _bindings = new(StringComparer.Ordinal);

    public ClientBinding Get(string client) => _bindings.GetOrAdd(
        client,
        client => new ClientBinding(profiles.Get(declarations.Clients[client]), () => handlers.CreateHandler(client)) { NameByDefault = DefaultOf(client) });

    /// <summary>Returns the name of a client that is bound to a profile, or null.</summary>
    public string? ClientOf(string profile) =>
        declarations.Clients.FirstOrDefault(pair => string.Equals(pair.Value, profile, StringComparison.Ordinal)).Key;

    /// <summary>Returns what ties a profile's client to it, or null where no client is bound to the profile.</summary>
    public ClientBinding? BindingOf(string profile) => ClientOf(profile) is { } client ? Get(client) : null;

    private Func<ConnectionName>? DefaultOf(string client)
    {
        if (!declarations.Defaults.TryGetValue(client, out var select))
        {
            return null;
        }

        var profile = declarations.Clients[client];
        return () =>
        {
            var (tenant, user) = select(services);
            return ConnectionName.Create(profile, tenant, user);
        };
    }
}
