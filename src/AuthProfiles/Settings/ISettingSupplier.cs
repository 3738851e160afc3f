namespace AuthProfiles;

/// <summary>Supplies settings that are missing, as the last one asked. Registered as a service, it lets tests run without secrets.</summary>
/// <remarks>Implementations are thread-safe.</remarks>
public interface ISettingSupplier
{
    /// <summary>Supplies a value.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="setting">The setting's or field's name, such as <c>clientSecret</c>.</param>
    /// <returns>The value, or null: then the setting is missing.</returns>
    string? Supply(string profile, string setting);
}
