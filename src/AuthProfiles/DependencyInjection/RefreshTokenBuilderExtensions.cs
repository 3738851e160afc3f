using AuthProfiles.DependencyInjection;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles;

/// <summary>Declares a profile of a refresh token obtained elsewhere (RFC 6749, section 6).</summary>
public static class RefreshTokenBuilderExtensions
{
    /// <summary>Declares a profile of a refresh token obtained elsewhere (RFC 6749, section 6). Its settings stand in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddRefreshToken(this AuthProfilesBuilder builder, string name) => AddRefreshToken(builder, name, configure: null);

    /// <summary>Declares a profile of a refresh token obtained elsewhere (RFC 6749, section 6). The delegate has the last word over the settings in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddRefreshToken(this AuthProfilesBuilder builder, string name, Action<RefreshTokenOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.RefreshToken, name, configure);
    }

    /// <summary>Declares a profile of a refresh token obtained elsewhere (RFC 6749, section 6), with its settings in a section of the caller's choice.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="section">The section.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddRefreshToken(this AuthProfilesBuilder builder, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.RefreshToken, name, configure: null, section);
    }
}
