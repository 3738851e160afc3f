namespace AuthProfiles.Testing.DependencyInjection;

/// <summary>Supplies what the local services take where a setting is missing.</summary>
internal sealed class LocalSettings : ISettingSupplier
{
    public string Supply(string profile, string setting) => setting switch
    {
        "endpoint" => "https://local.openai.azure.com",
        "tenantId" => "00000000-0000-0000-0000-000000000001",
        "email" => "agent@example.com",
        _ => "local",
    };
}
