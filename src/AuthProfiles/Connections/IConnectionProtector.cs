using System.Diagnostics.CodeAnalysis;

namespace AuthProfiles;

/// <summary>Encrypts what durable stores keep.</summary>
/// <remarks>Implementations are thread-safe, and authenticate: what was altered is never returned.</remarks>
public interface IConnectionProtector
{
    /// <summary>Encrypts.</summary>
    /// <param name="plaintext">What is to be kept.</param>
    /// <param name="associatedData">What it belongs to. It is not part of the result, and must be given again.</param>
    /// <returns>The ciphertext, with all that is needed to find the key again.</returns>
    byte[] Protect(ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associatedData);

    /// <summary>Decrypts. It fails without an exception, whatever it is given.</summary>
    /// <param name="ciphertext">What <see cref="Protect"/> returned once.</param>
    /// <param name="associatedData">What it belongs to.</param>
    /// <param name="plaintext">What was kept.</param>
    /// <param name="fault">Why it can't be read.</param>
    /// <returns>True where it was decrypted.</returns>
    bool TryUnprotect(ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> associatedData, [NotNullWhen(true)] out byte[]? plaintext, [NotNullWhen(false)] out ConnectionFault? fault);
}
