using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace AuthProfiles.AspNetCore.Protection;

/// <summary>Encrypts by Data Protection. What an entry belongs to is its purpose, so that it opens nowhere else.</summary>
internal sealed class DataProtectionConnectionProtector(IDataProtectionProvider provider, KeyLookup keys) : IConnectionProtector
{
    private const string Purpose = "AuthProfiles.Connections.v1";

    public byte[] Protect(ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associatedData) =>
        For(associatedData).Protect(plaintext.ToArray());

    public bool TryUnprotect(ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> associatedData, [NotNullWhen(true)] out byte[]? plaintext, [NotNullWhen(false)] out ConnectionFault? fault)
    {
        try
        {
            plaintext = For(associatedData).Unprotect(ciphertext.ToArray());
            fault = null;
            return true;
        }
        catch (CryptographicException)
        {
            plaintext = null;
            fault = keys.Has(ciphertext) ? ConnectionFault.Altered : ConnectionFault.KeyMissing;
            return false;
        }
    }

    private IDataProtector For(ReadOnlySpan<byte> associatedData) => provider.CreateProtector(Purpose, Convert.ToHexString(associatedData));
}
