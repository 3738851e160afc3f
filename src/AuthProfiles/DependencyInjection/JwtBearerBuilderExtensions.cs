using AuthProfiles.DependencyInjection;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles;

/// <summary>Declares a profile of the JWT bearer grant (RFC 7523, section 2.1).</summary>
public static class JwtBearerBuilderExtensions
{
    /// <summary>Declares a profile of the JWT bearer grant (RFC 7523, section 2.1). Its settings stand in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddJwtBearer(this AuthProfilesBuilder builder, string name) => AddJwtBearer(builder, name, configure: null);

    /// <summary>Declares a profile of the JWT bearer grant (RFC 7523, section 2.1). The delegate has the last word over the settings in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddJwtBearer(this AuthProfilesBuilder builder, string name, Action<JwtBearerOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.JwtBearer, name, configure);
    }

    /// <summary>Declares a profile of the JWT bearer grant (RFC 7523, section 2.1), with its settings in a section of the caller's choice.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="section">The section.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddJwtBearer(this AuthProfilesBuilder builder, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.JwtBearer, name, configure: null, section);
    }
}
