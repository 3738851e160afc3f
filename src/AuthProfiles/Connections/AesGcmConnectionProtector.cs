using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace AuthProfiles;

/// <summary>Encrypts what durable stores keep with AES-GCM and the keys of a ring.</summary>
/// <remarks>
/// Thread-safe. The result is: a byte for its format, the key's id with its length before it, a random nonce of 96 bits, a tag of 128 bits,
/// and the ciphertext. All of it is authenticated. With random nonces a key is good for 2^32 encryptions (NIST SP 800-38D, section 8.3).
/// </remarks>
public sealed class AesGcmConnectionProtector : IConnectionProtector
{
    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly ConnectionKeyRing _ring;
    private readonly byte[] _header;
    private readonly byte[] _key;

    /// <summary>Initializes a new instance of the <see cref="AesGcmConnectionProtector"/> class.</summary>
    /// <param name="ring">The keys.</param>
    public AesGcmConnectionProtector(ConnectionKeyRing ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        _ring = ring;
        _key = ring.TryFind(ring.CurrentId, out var key) ? key : throw new ArgumentException("The ring has no current key.", nameof(ring));
        _header = [Format, (byte)ring.CurrentId.Length, .. Encoding.ASCII.GetBytes(ring.CurrentId)];
    }

    /// <inheritdoc/>
    public byte[] Protect(ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associatedData)
    {
        var result = new byte[_header.Length + NonceLength + TagLength + plaintext.Length];
        _header.CopyTo(result, 0);
        var nonce = result.AsSpan(_header.Length, NonceLength);
        var tag = result.AsSpan(_header.Length + NonceLength, TagLength);
        RandomNumberGenerator.Fill(nonce);

        // An instance per call: one is not thread-safe, and to make it costs less than a lock that all wait for.
        using var cipher = new AesGcm(_key, TagLength);
        cipher.Encrypt(nonce, plaintext, result.AsSpan(_header.Length + NonceLength + TagLength), tag, [.. _header, .. associatedData]);
        return result;
    }

    /// <inheritdoc/>
    public bool TryUnprotect(ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> associatedData, [NotNullWhen(true)] out byte[]? plaintext, [NotNullWhen(false)] out ConnectionFault? fault)
    {
        plaintext = null;
        fault = ConnectionFault.Altered;
        if (ciphertext.Length < 2 || ciphertext[0] != Format)
        {
            return false;
        }

        var headerLength = 2 + ciphertext[1];
        if (ciphertext.Length < headerLength + NonceLength + TagLength)
        {
            return false;
        }

        var header = ciphertext[..headerLength];
        var id = Encoding.ASCII.GetString(header[2..]);
        if (!ConnectionKeyRing.IsId(id))
        {
            return false;
        }

        if (!_ring.TryFind(id, out var key))
        {
            fault = ConnectionFault.KeyMissing;
            return false;
        }

        var nonce = ciphertext.Slice(headerLength, NonceLength);
        var tag = ciphertext.Slice(headerLength + NonceLength, TagLength);
        var data = ciphertext[(headerLength + NonceLength + TagLength)..];
        var opened = new byte[data.Length];
        try
        {
            using var cipher = new AesGcm(key, TagLength);
            cipher.Decrypt(nonce, data, tag, opened, [.. header, .. associatedData]);
        }
        catch (CryptographicException)
        {
            return false;
        }

        plaintext = opened;
        fault = null;
        return true;
    }
}
