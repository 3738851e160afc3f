using System.Security.Cryptography;
using System.Text;
using AuthProfiles.Consent;

namespace AuthProfiles;

/// <summary>Turns consents that have begun into bytes that a store may keep, and back: encrypted, and bound to their state.</summary>
/// <remarks>Thread-safe. One consent can't take another's place, nor a connection's. The state itself is not among the bytes: whoever reads all of a store can't come to the callback with it.</remarks>
/// <param name="protector">Encrypts.</param>
public sealed class PendingAuthorizationSealer(IConnectionProtector protector)
{
    // Unlike what connections are bound to, which begins with a byte of 1.
    private static readonly byte[] Purpose = "consent 1 "u8.ToArray();

    /// <summary>Returns where a consent is kept: a hash of its state. How long a look for it takes tells nothing of a guess.</summary>
    /// <param name="state">The state, or what anybody sent in its place.</param>
    /// <returns>32 bytes.</returns>
    public static byte[] PlaceOf(SecretValue state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return SHA256.HashData(Encoding.UTF8.GetBytes(state.Reveal()));
    }

    /// <summary>Seals a consent.</summary>
    /// <param name="pending">The consent.</param>
    /// <returns>What a store may keep.</returns>
    /// <exception cref="AuthorizationException">A value is not Unicode (<see cref="AuthorizationErrorKind.InvalidValue"/>): it would not come back as it is.</exception>
    public byte[] Seal(PendingAuthorization pending)
    {
        ArgumentNullException.ThrowIfNull(pending);
        return protector.Protect(PendingWriter.Write(pending), [.. Purpose, .. PlaceOf(pending.State)]);
    }

    /// <summary>Opens what was sealed.</summary>
    /// <param name="state">The state that came to the callback.</param>
    /// <param name="data">What was sealed.</param>
    /// <returns>The consent, or null where it can't be read: then there is none, and its owner begins again.</returns>
    public PendingAuthorization? Open(SecretValue state, ReadOnlySpan<byte> data) =>
        protector.TryUnprotect(data, [.. Purpose, .. PlaceOf(state)], out var plaintext, out _) ? PendingReader.Read(state, plaintext) : null;

    /// <summary>Returns what stays of a consent when its callback has come: enough to say so a second time, and nothing secret.</summary>
    /// <param name="pending">The consent.</param>
    /// <returns>The same without verifier, nonce and inputs.</returns>
    public static PendingAuthorization Spend(PendingAuthorization pending)
    {
        ArgumentNullException.ThrowIfNull(pending);
        return pending with { IsUsed = true, Verifier = null, Nonce = null, Inputs = pending.Inputs.Clear() };
    }
}
