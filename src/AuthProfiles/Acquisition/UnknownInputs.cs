using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;
using AuthProfiles.Settings;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Acquisition;

/// <summary>Refuses a connection in the settings that has a key which no field of the profile reads: it is a misspelt one.</summary>
internal sealed class UnknownInputs(ProfileDefinition definition)
{
    // Each look walks over all settings, which ten thousand connections could not afford.
    private const int MostLooks = 200;

    private int _passed;

    /// <summary>Looks at a connection's section, until enough have passed. One that is refused is refused again.</summary>
    /// <exception cref="AuthorizationException">Something there is unknown; the message names all of it.</exception>
    public void Check(IConfiguration settings, SettingSection section, ConnectionName name)
    {
        if (Volatile.Read(ref _passed) >= MostLooks)
        {
            return;
        }

        var findings = Find(settings, section);
        if (findings.Count > 0)
        {
            throw new AuthorizationException(definition.Name, findings) { Tenant = name.Tenant };
        }

        Interlocked.Increment(ref _passed);
    }

    /// <summary>Returns a finding for each key that no field of the profile reads.</summary>
    public IReadOnlyList<SettingFinding> Find(IConfiguration settings, SettingSection section)
    {
        string[] known = [.. definition.AdditionalFields.Select(static field => ProfileDefinition.SettingOf(field.Key))];
        return
        [
            .. settings.GetSection(section.Path).GetChildren()
                .Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                .Select(child => section.Unknown(child.Key, Suggestion.For(child.Key, known))),
        ];
    }
}
