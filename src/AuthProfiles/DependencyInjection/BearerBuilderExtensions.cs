using AuthProfiles.DependencyInjection;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles;

/// <summary>Declares a profile that authorizes by a token that does not change (RFC 6750).</summary>
public static class BearerBuilderExtensions
{
    /// <summary>Declares a profile that authorizes by a token that does not change (RFC 6750). Its settings stand in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddBearer(this AuthProfilesBuilder builder, string name) => AddBearer(builder, name, configure: null);

    /// <summary>Declares a profile that authorizes by a token that does not change (RFC 6750). The delegate has the last word over the settings in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddBearer(this AuthProfilesBuilder builder, string name, Action<BearerOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.Bearer, name, configure);
    }

    /// <summary>Declares a profile that authorizes by a token that does not change (RFC 6750), with its settings in a section of the caller's choice.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="section">The section.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddBearer(this AuthProfilesBuilder builder, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.Bearer, name, configure: null, section);
    }
}
