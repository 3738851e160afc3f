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

        string[] known = [.. definition.AdditionalFields.Select(static field => ProfileDefinition.SettingOf(field.Key))];
        string[] errors =
        [
            .. settings.GetSection(section.Path).GetChildren()
                .Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                .Select(child => section.Unknown(child.Key, Suggestion.For(child.Key, known))),
        ];
        if (errors.Length > 0)
        {
            throw new AuthorizationException(AuthorizationErrorKind.Configuration, definition.Name, string.Join(Environment.NewLine, errors)) { Tenant = name.Tenant };
        }

        Interlocked.Increment(ref _passed);
    }
}
