using AuthProfiles.DependencyInjection;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles;

/// <summary>Declares a profile of the token exchange grant (RFC 8693).</summary>
public static class TokenExchangeBuilderExtensions
{
    /// <summary>Declares a profile of the token exchange grant (RFC 8693). Its settings stand in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddTokenExchange(this AuthProfilesBuilder builder, string name) => AddTokenExchange(builder, name, configure: null);

    /// <summary>Declares a profile of the token exchange grant (RFC 8693). The delegate has the last word over the settings in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddTokenExchange(this AuthProfilesBuilder builder, string name, Action<TokenExchangeOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.TokenExchange, name, configure);
    }

    /// <summary>Declares a profile of the token exchange grant (RFC 8693), with its settings in a section of the caller's choice.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="section">The section.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddTokenExchange(this AuthProfilesBuilder builder, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.TokenExchange, name, configure: null, section);
    }
}
