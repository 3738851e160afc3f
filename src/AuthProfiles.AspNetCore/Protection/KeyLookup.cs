using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace AuthProfiles.AspNetCore.Protection;

/// <summary>Says whether the key is there that something was protected with: Data Protection itself says only that it can't.</summary>
internal sealed class KeyLookup(IKeyManager keys)
{
    // The documented head of what it protects: four bytes, then the key's id.
    private const int Head = 4;
    private const int IdLength = 16;

    private static ReadOnlySpan<byte> Magic => [0x09, 0xF0, 0xC9, 0xF0];

    /// <summary>Says whether the key is in the ring, and not revoked. What has no such head was altered: its key is not what is missing.</summary>
    public bool Has(ReadOnlySpan<byte> data)
    {
        if (data.Length < Head + IdLength || !data[..Head].SequenceEqual(Magic))
        {
            return true;
        }

        var id = new Guid(data.Slice(Head, IdLength));
        try
        {
            return keys.GetAllKeys().Any(key => key.KeyId == id && !key.IsRevoked);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
