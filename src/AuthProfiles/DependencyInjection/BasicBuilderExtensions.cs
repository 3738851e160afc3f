using AuthProfiles.DependencyInjection;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles;

/// <summary>Declares a profile that authorizes by user name and password (RFC 7617).</summary>
public static class BasicBuilderExtensions
{
    /// <summary>Declares a profile that authorizes by user name and password (RFC 7617). Its settings stand in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddBasic(this AuthProfilesBuilder builder, string name) => AddBasic(builder, name, configure: null);

    /// <summary>Declares a profile that authorizes by user name and password (RFC 7617). The delegate has the last word over the settings in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddBasic(this AuthProfilesBuilder builder, string name, Action<BasicOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.Basic, name, configure);
    }

    /// <summary>Declares a profile that authorizes by user name and password (RFC 7617), with its settings in a section of the caller's choice.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="section">The section.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddBasic(this AuthProfilesBuilder builder, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.Basic, name, configure: null, section);
    }
}
