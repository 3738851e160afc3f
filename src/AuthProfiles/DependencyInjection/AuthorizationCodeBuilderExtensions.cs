using AuthProfiles.DependencyInjection;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles;

/// <summary>Declares a profile of the OAuth 2.0 authorization code grant with PKCE (RFC 6749, section 4.1).</summary>
public static class AuthorizationCodeBuilderExtensions
{
    /// <summary>Declares a profile of the OAuth 2.0 authorization code grant with PKCE (RFC 6749, section 4.1). Its settings stand in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddAuthorizationCode(this AuthProfilesBuilder builder, string name) => AddAuthorizationCode(builder, name, configure: null);

    /// <summary>Declares a profile of the OAuth 2.0 authorization code grant with PKCE (RFC 6749, section 4.1). The delegate has the last word over the settings in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddAuthorizationCode(this AuthProfilesBuilder builder, string name, Action<AuthorizationCodeOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.AuthorizationCode, name, configure);
    }

    /// <summary>Declares a profile of the OAuth 2.0 authorization code grant with PKCE (RFC 6749, section 4.1), with its settings in a section of the caller's choice.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="section">The section.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddAuthorizationCode(this AuthProfilesBuilder builder, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.AuthorizationCode, name, configure: null, section);
    }
}
