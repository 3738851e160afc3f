using System.Collections.Concurrent;
using AuthProfiles.Acquisition;
using AuthProfiles.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.DependencyInjection;

/// <summary>All profiles of an application, each made when it is first needed, with the source of its credentials.</summary>
/// <remarks>One table instead of a service or a named option per profile: ten thousand of those take seconds.</remarks>
internal sealed class ProfileTable(ProfileDeclarations declarations, ProfileSurroundings surroundings) : IDisposable, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, CredentialSource> _sources = new(StringComparer.Ordinal);
    private readonly Lazy<SettingsNames> _fromSettings = new(() => ReadNames(declarations, surroundings.Configuration));

    /// <summary>Gets the names of all profiles, those that stand in settings alone included.</summary>
    public IEnumerable<string> Names => declarations.Profiles.Keys.Concat(_fromSettings.Value.Profiles.Keys);

    /// <summary>Returns the source of a profile's credentials, making the profile if it is the first use.</summary>
    /// <exception cref="AuthorizationException">Nobody declares the profile, or it is wrong.</exception>
    public CredentialSource Get(string name) => _sources.TryGetValue(name, out var source) ? source : _sources.GetOrAdd(name, Make);

    public ProfileDeclaration Declaration(string name) =>
        declarations.Profiles.TryGetValue(name, out var declared) || _fromSettings.Value.Profiles.TryGetValue(name, out declared)
            ? declared
            : throw new AuthorizationException(AuthorizationErrorKind.Configuration, name, Undeclared(name));

    /// <summary>Returns a finding for each section of settings without a name, and for each profile that a client is bound to and that nobody declares.</summary>
    public IEnumerable<SettingFinding> FindUndeclared() => _fromSettings.Value.Blank
        .Select(static name => SettingFinding.Of(FindingIds.Refused, $"{ProfileSettings.Section}:{Printable.Escape(name)}", $"A profile in {ProfileSettings.Section} has no name. Name its section, or take it out."))
        .Concat(declarations.Clients.Values.Except(Names, StringComparer.Ordinal)
            .Select(name => SettingFinding.Of(FindingIds.Undeclared, $"{ProfileSettings.Section}:{Printable.Escape(name)}", Undeclared(name))));

    /// <summary>Ends the acquisitions under way.</summary>
    public void Dispose()
    {
        foreach (var source in _sources.Values)
        {
            source.Dispose();
        }
    }

    /// <summary>Lets grants that are on their way arrive and be saved, and ends the other acquisitions.</summary>
    public async ValueTask DisposeAsync() =>
        await Task.WhenAll(_sources.Values.Select(static source => source.DisposeAsync().AsTask())).ConfigureAwait(false);

    private static SettingsNames ReadNames(ProfileDeclarations declarations, IConfiguration? configuration)
    {
        var found = new SettingsNames(new(StringComparer.Ordinal), []);
        if (configuration is null)
        {
            return found;
        }

        // One walk for the names; all else is read by key.
        foreach (var child in configuration.GetSection(ProfileSettings.Section).GetChildren())
        {
            if (string.IsNullOrWhiteSpace(child.Key))
            {
                found.Blank.Add(child.Key);
            }
            else if (!declarations.Profiles.ContainsKey(child.Key))
            {
                var type = configuration[$"{ProfileSettings.Section}:{child.Key}:Type"];
                found.Profiles[child.Key] = type is not null && declarations.Kinds.TryGetValue(type, out var declare)
                    ? declare(child.Key)
                    : new UndeclaredProfile(child.Key, type, declarations);
            }
        }

        return found;
    }

    private string Undeclared(string name) =>
        $"No profile is named '{Printable.Escape(name)}'.{Suggestion.For(name, Names)} Declare it: AddAuthProfiles().Add…(\"{Printable.Escape(name)}\").";

    private CredentialSource Make(string name)
    {
        var declaration = Declaration(name);
        var profile = declaration.Make(surroundings.Configuration);
        return new(surroundings.Decorate(profile), surroundings.EnvironmentFor(profile.Definition, declaration.SettingsOf(surroundings.Configuration)));
    }

    /// <summary>What stands in settings alone: profiles by name, and the names of sections that are none.</summary>
    private sealed record SettingsNames(Dictionary<string, ProfileDeclaration> Profiles, List<string> Blank);
}
