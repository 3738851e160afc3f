using AuthProfiles.DependencyInjection;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles;

/// <summary>Declares a profile of the OAuth 2.0 device authorization grant (RFC 8628).</summary>
public static class DeviceCodeBuilderExtensions
{
    /// <summary>Declares a profile of the OAuth 2.0 device authorization grant (RFC 8628). Its settings stand in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddDeviceCode(this AuthProfilesBuilder builder, string name) => AddDeviceCode(builder, name, configure: null);

    /// <summary>Declares a profile of the OAuth 2.0 device authorization grant (RFC 8628). The delegate has the last word over the settings in <c>AuthProfiles:Profiles:{name}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddDeviceCode(this AuthProfilesBuilder builder, string name, Action<DeviceCodeOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.DeviceCode, name, configure);
    }

    /// <summary>Declares a profile of the OAuth 2.0 device authorization grant (RFC 8628), with its settings in a section of the caller's choice.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="section">The section.</param>
    /// <returns>The same builder.</returns>
    public static AuthProfilesBuilder AddDeviceCode(this AuthProfilesBuilder builder, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(BuiltInKinds.DeviceCode, name, configure: null, section);
    }
}
