using AuthProfiles.DependencyInjection;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles;

/// <summary>Declares a profile that authorizes by a key in a header or in the query.</summary>
public static class ApiKeyBuilderExtensions
{
    /// <summary>Declares a profile that authorizes by a key in a header or in the query. Its settings stand in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddApiKey(this AuthProfilesBuilder builder, string name) => AddApiKey(builder, name, configure: null);

    /// <summary>Declares a profile that authorizes by a key in a header or in the query. The delegate has the last word over the settings in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddApiKey(this AuthProfilesBuilder builder, string name, Action<ApiKeyOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.ApiKey, name, configure);
    }

    /// <summary>Declares a profile that authorizes by a key in a header or in the query, with its settings in a section of the caller's choice.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="section">The section.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddApiKey(this AuthProfilesBuilder builder, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.ApiKey, name, configure: null, section);
    }
}
