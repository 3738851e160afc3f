using AuthProfiles.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles;

/// <summary>Declares authorization profiles.</summary>
/// <remarks>Used while services are registered, by one thread.</remarks>
public sealed class AuthProfilesBuilder
{
    private readonly ProfileDeclarations _declarations;

    internal AuthProfilesBuilder(IServiceCollection services, ProfileDeclarations declarations)
    {
        Services = services;
        _declarations = declarations;
    }

    /// <summary>Gets the services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Declares a profile of a kind.</summary>
    /// <remarks>Its settings are read first, then the delegate has the last word. Declared again with the same kind, the delegates run one after the other.</remarks>
    /// <typeparam name="TOptions">The kind's options.</typeparam>
    /// <param name="kind">The kind.</param>
    /// <param name="name">The profile's name, and its section's: not empty, no colon.</param>
    /// <param name="configure">Sets options in code, or null.</param>
    /// <param name="section">Where the settings stand instead of the kind's own place, or null.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">The name is declared already, with another kind or another section.</exception>
    public AuthProfilesBuilder Add<TOptions>(ProfileKind<TOptions> kind, string name, Action<TOptions>? configure = null, IConfigurationSection? section = null)
        where TOptions : ProfileOptions
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _declarations.Declare(kind, name, section).Configure(configure);
        return this;
    }
}
