using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace AuthProfiles.Relational.Tests.Infrastructure;

/// <summary>Encrypts with one key, which can be lost.</summary>
internal sealed class TestProtector : IConnectionProtector
{
    private const int Overhead = 12 + 16;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public bool IsKeyLost { get; set; }

    public byte[] Protect(ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associatedData)
    {
        var result = new byte[Overhead + plaintext.Length];
        RandomNumberGenerator.Fill(result.AsSpan(0, 12));
        using var aes = new AesGcm(_key, 16);
        aes.Encrypt(result.AsSpan(0, 12), plaintext, result.AsSpan(Overhead), result.AsSpan(12, 16), associatedData);
        return result;
    }

    public bool TryUnprotect(ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> associatedData, [NotNullWhen(true)] out byte[]? plaintext, [NotNullWhen(false)] out ConnectionFault? fault)
    {
        plaintext = null;
        fault = IsKeyLost ? ConnectionFault.KeyMissing : ConnectionFault.Altered;
        if (IsKeyLost || ciphertext.Length < Overhead)
        {
            return false;
        }

        var opened = new byte[ciphertext.Length - Overhead];
        using var aes = new AesGcm(_key, 16);
        try
        {
            aes.Decrypt(ciphertext[..12], ciphertext[Overhead..], ciphertext[12..Overhead], opened, associatedData);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        plaintext = opened;
        fault = null;
        return true;
    }
}
