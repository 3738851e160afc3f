using System.Collections.Immutable;
using System.Diagnostics;

namespace AuthProfiles;

/// <summary>The resolved values to inject into requests now, and how long they are good for.</summary>
/// <remarks>Immutable and thread-safe. It prints no secret.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class Credential
{
    /// <summary>Initializes a new instance of the <see cref="Credential"/> class.</summary>
    /// <param name="fields">The values, at least one.</param>
    /// <param name="expiresAt">When the values stop being good, or null where nobody said: then they are good until they are refused.</param>
    /// <exception cref="ArgumentException">There is no value, or two are for the same place.</exception>
    public Credential(IEnumerable<CredentialField> fields, DateTimeOffset? expiresAt = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Fields = [.. fields];
        ExpiresAt = expiresAt;
        if (Fields.IsEmpty)
        {
            throw new ArgumentException("A credential has at least one field.", nameof(fields));
        }

        var keys = new HashSet<(AuthorizationFieldType, string)>();
        foreach (var field in Fields)
        {
            var key = field.Type == AuthorizationFieldType.Header ? field.Key.ToUpperInvariant() : field.Key;
            if (!keys.Add((field.Type, key)))
            {
                throw new ArgumentException($"{field.Type} '{field.Key}' is there twice.", nameof(fields));
            }
        }
    }

    /// <summary>Gets the values and their places.</summary>
    public ImmutableArray<CredentialField> Fields { get; }

    /// <summary>Gets when the values stop being good, or null where nobody said.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>Makes the credential of a bearer token (RFC 6750, section 2.1).</summary>
    /// <param name="token">The access token.</param>
    /// <param name="expiresAt">When it expires, or null where nobody said.</param>
    /// <returns>A credential with the one header <c>Authorization: Bearer …</c>.</returns>
    /// <exception cref="ArgumentException">The token has characters that a header can't carry. The message does not hold it.</exception>
    public static Credential Bearer(SecretValue token, DateTimeOffset? expiresAt = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new([CredentialField.Header("Authorization", "Bearer " + token.Reveal())], expiresAt);
    }

    /// <summary>Says whether another credential puts the same values into the same places.</summary>
    internal bool IsSameAs(Credential other) =>
        Fields.Length == other.Fields.Length
        && Fields.Zip(other.Fields).All(static pair => pair.First.Type == pair.Second.Type
            && string.Equals(pair.First.Key, pair.Second.Key, StringComparison.Ordinal)
            && pair.First.Value.Equals(pair.Second.Value));

    /// <summary>Returns the places of the values, never the values.</summary>
    /// <returns>The fields' places and keys.</returns>
    public override string ToString() => string.Join(", ", Fields);
}
