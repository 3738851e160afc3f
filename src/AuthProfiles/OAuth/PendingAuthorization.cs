using System.Collections.Immutable;
using System.Diagnostics;

namespace AuthProfiles;

/// <summary>A consent that has begun: what must be known again when its owner comes back from the provider.</summary>
/// <remarks>Immutable. It prints no secret. It is good for one callback.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record PendingAuthorization
{
    /// <summary>Gets the one-time state, of 256 bits: the callback must bring it back.</summary>
    public required SecretValue State { get; init; }

    /// <summary>Gets whose connection is being authorized.</summary>
    public required ConnectionKey Key { get; init; }

    /// <summary>Gets the address of the callback; the token endpoint is told the same.</summary>
    public required string RedirectUri { get; init; }

    /// <summary>Gets the token endpoint: the code goes nowhere else.</summary>
    public required Uri TokenAddress { get; init; }

    /// <summary>Gets the client that the owner consents to: the code is redeemed by no other.</summary>
    public string? ClientId { get; init; }

    /// <summary>Gets the code verifier (RFC 7636), or null where the provider fails on it.</summary>
    public SecretValue? Verifier { get; init; }

    /// <summary>Gets the nonce that an ID token must have, or null where none is asked for.</summary>
    public SecretValue? Nonce { get; init; }

    /// <summary>Gets the issuer that a callback must not contradict (RFC 9207), or null where it is not known.</summary>
    public string? Issuer { get; init; }

    /// <summary>Gets what the provider may call itself in place of the issuer, with <c>{tenantid}</c> where it names the tenant by its id, or null: nothing but that issuer.</summary>
    public string? IssuerForm { get; init; }

    /// <summary>Gets a value indicating whether the callback must name the issuer.</summary>
    public bool NamesIssuer { get; init; }

    /// <summary>Gets the inputs that the connection gave when the consent began.</summary>
    public ImmutableDictionary<string, SecretValue> Inputs { get; init; } = ImmutableDictionary<string, SecretValue>.Empty;

    /// <summary>Gets the application's own word about where to go on, such as a local address, or null.</summary>
    public string? Context { get; init; }

    /// <summary>Gets until when the callback may come.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Gets a value indicating whether the callback has come: then the secrets are gone, and what is left says that it comes again.</summary>
    public bool IsUsed { get; init; }

    /// <summary>Returns whose consent it is, never its state or verifier.</summary>
    /// <returns>For example <c>calendar, user mia</c>.</returns>
    public override string ToString() => Key.ToString();
}
