using AuthProfiles.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.DependencyInjection;

/// <summary>The profiles that were declared, the kinds that settings may name, and the clients that were bound. Filled while services are registered.</summary>
internal sealed class ProfileDeclarations
{
    private readonly Dictionary<string, ProfileDeclaration> _profiles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<string, ProfileDeclaration>> _kinds = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _clients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<IServiceProvider, (string? Tenant, string? User)>> _defaults = new(StringComparer.Ordinal);
    private readonly HashSet<string> _resilient = new(StringComparer.Ordinal);

    /// <summary>Gets the declared profiles by name.</summary>
    public IReadOnlyDictionary<string, ProfileDeclaration> Profiles => _profiles;

    /// <summary>Gets, by the kind's name, what declares a profile that stands in settings alone.</summary>
    public IReadOnlyDictionary<string, Func<string, ProfileDeclaration>> Kinds => _kinds;

    /// <summary>Gets the bound clients' profiles by the client's name.</summary>
    public IReadOnlyDictionary<string, string> Clients => _clients;

    /// <summary>Gets, by the client's name, who says whose connection a request uses that names none.</summary>
    public IReadOnlyDictionary<string, Func<IServiceProvider, (string? Tenant, string? User)>> Defaults => _defaults;

    public ProfileDeclaration<TOptions> Declare<TOptions>(ProfileKind<TOptions> kind, string name, IConfigurationSection? section)
        where TOptions : ProfileOptions
    {
        if (!_profiles.TryGetValue(name, out var declared))
        {
            _profiles[name] = declared = new ProfileDeclaration<TOptions>(kind, name, section);
        }

        var same = declared as ProfileDeclaration<TOptions>
            ?? throw new InvalidOperationException($"Profile '{name}' is declared twice: as {declared.Kind} and as {kind.Name}. Give one of them another name.");
        return section is null || string.Equals(section.Path, declared.Section.Path, StringComparison.OrdinalIgnoreCase)
            ? same
            : throw new InvalidOperationException($"Profile '{name}' is declared twice: with its settings in {declared.Section.ShownPath} and in {SettingSection.Shown(section.Path)}. Give one of them another name.");
    }

    /// <summary>Lets settings name a kind.</summary>
    public void Know<TOptions>(ProfileKind<TOptions> kind)
        where TOptions : ProfileOptions =>
        _kinds[kind.Name] = name => new ProfileDeclaration<TOptions>(kind, name, section: null);

    /// <summary>Returns the declarations of a container under construction, or null before the first.</summary>
    public static ProfileDeclarations? Of(IServiceCollection services) =>
        services.FirstOrDefault(static service => service.ServiceType == typeof(ProfileDeclarations))?.ImplementationInstance as ProfileDeclarations;

    public void MakeResilient(string client)
    {
        if (!_resilient.Add(client))
        {
            throw new InvalidOperationException($"The client '{client}' repeats failed calls already: two handlers that do would multiply the attempts. Call AddResilience once.");
        }
    }

    public void NameByDefault(string client, Func<IServiceProvider, (string? Tenant, string? User)> select) => _defaults[client] = select;

    public void Bind(string client, string profile)
    {
        if (!_clients.TryAdd(client, profile) && !string.Equals(_clients[client], profile, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The client '{client}' has the authorization profile '{_clients[client]}' already. A client has one.");
        }
    }
}
