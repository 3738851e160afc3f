using AuthProfiles.DependencyInjection;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles;

/// <summary>Declares a profile of the OAuth 2.0 password grant (RFC 6749, section 4.3), which must be allowed by name.</summary>
public static class PasswordBuilderExtensions
{
    /// <summary>Declares a profile of the OAuth 2.0 password grant (RFC 6749, section 4.3), which must be allowed by name. Its settings stand in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddPassword(this AuthProfilesBuilder builder, string name) => AddPassword(builder, name, configure: null);

    /// <summary>Declares a profile of the OAuth 2.0 password grant (RFC 6749, section 4.3), which must be allowed by name. The delegate has the last word over the settings in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddPassword(this AuthProfilesBuilder builder, string name, Action<PasswordOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.Password, name, configure);
    }

    /// <summary>Declares a profile of the OAuth 2.0 password grant (RFC 6749, section 4.3), which must be allowed by name, with its settings in a section of the caller's choice.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="section">The section.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddPassword(this AuthProfilesBuilder builder, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.Password, name, configure: null, section);
    }
}
