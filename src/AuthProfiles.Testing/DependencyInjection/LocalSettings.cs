using System.Security.Cryptography;

namespace AuthProfiles.Testing.DependencyInjection;

/// <summary>Supplies what the local services take where a setting is missing.</summary>
internal sealed class LocalSettings : ISettingSupplier
{
    // One for the process, and only where a profile signs.
    private static readonly Lazy<string> s_clientKey = new(CreateKey);

    public string Supply(string profile, string setting) => setting switch
    {
        "endpoint" => "https://local.openai.azure.com",
        "tenantId" => "00000000-0000-0000-0000-000000000001",
        "email" => "agent@example.com",

        // Long enough for a signature (RFC 7518, section 3.2).
        "clientSecret" => "local-client-secret-that-is-worth-nothing",
        "clientKey" => s_clientKey.Value,
        _ => "local",
    };

    private static string CreateKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
