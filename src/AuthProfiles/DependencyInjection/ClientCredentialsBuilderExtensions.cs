using AuthProfiles.DependencyInjection;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles;

/// <summary>Declares a profile of the OAuth 2.0 client credentials grant (RFC 6749, section 4.4).</summary>
public static class ClientCredentialsBuilderExtensions
{
    /// <summary>Declares a profile of the OAuth 2.0 client credentials grant (RFC 6749, section 4.4). Its settings stand in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddClientCredentials(this AuthProfilesBuilder builder, string name) => AddClientCredentials(builder, name, configure: null);

    /// <summary>Declares a profile of the OAuth 2.0 client credentials grant (RFC 6749, section 4.4). The delegate has the last word over the settings in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddClientCredentials(this AuthProfilesBuilder builder, string name, Action<ClientCredentialsOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.ClientCredentials, name, configure);
    }

    /// <summary>Declares a profile of the OAuth 2.0 client credentials grant (RFC 6749, section 4.4), with its settings in a section of the caller's choice.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="section">The section.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddClientCredentials(this AuthProfilesBuilder builder, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.ClientCredentials, name, configure: null, section);
    }
}
