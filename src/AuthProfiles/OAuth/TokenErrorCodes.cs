using System.Collections.Frozen;

namespace AuthProfiles.OAuth;

/// <summary>What the error codes of a token endpoint mean for the one who asked (RFC 6749, section 5.2).</summary>
internal static class TokenErrorCodes
{
    /// <summary>The client is known and may not do this (RFC 6749, section 5.2).</summary>
    public const string UnauthorizedClient = "unauthorized_client";

    /// <summary>What was offered for the grant is wrong, spent or another client's (RFC 6749, section 5.2).</summary>
    public const string InvalidGrant = "invalid_grant";

    private static readonly FrozenDictionary<string, AuthorizationErrorKind> Kinds = new Dictionary<string, AuthorizationErrorKind>(StringComparer.Ordinal)
    {
        ["invalid_client"] = AuthorizationErrorKind.ClientRefused,
        [UnauthorizedClient] = AuthorizationErrorKind.ClientRefused,

        // Of the authorization endpoint (section 4.1.2.1), and seen on token endpoints too.
        ["temporarily_unavailable"] = AuthorizationErrorKind.Transient,
        ["server_error"] = AuthorizationErrorKind.Transient,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Cures = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["invalid_client"] = "Client id or secret is wrong",
        [UnauthorizedClient] = "The client may not use this grant: allow it where the client is registered",
        ["invalid_scope"] = "The scope is unknown to the service or not granted to the client",
        ["invalid_target"] = "The resource or audience is unknown to the service or not granted to the client (RFC 8707, RFC 8693)",
        ["unsupported_grant_type"] = "The service does not offer this grant",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Entra says invalid_client for all of these; the number tells them apart, where its text changes.
    private static readonly FrozenDictionary<int, string> EntraCures = new Dictionary<int, string>
    {
        [7000215] = "Entra does not know this client secret (AADSTS7000215): give the secret's Value, not its Secret ID",
        [7000222] = "The client secret has expired (AADSTS7000222): make a new one in Entra",
    }.ToFrozenDictionary();

    /// <summary>Returns the kind for a code; <see cref="AuthorizationErrorKind.OAuthError"/> for codes whose meaning depends on the grant.</summary>
    public static AuthorizationErrorKind KindOf(string? code) =>
        code is null ? AuthorizationErrorKind.OAuthError : Kinds.GetValueOrDefault(code, AuthorizationErrorKind.OAuthError);

    /// <summary>Returns what to do, as a sentence without its full stop, or null where the code says nothing about it.</summary>
    public static string? CureFor(string? code, IReadOnlyList<int> errorNumbers)
    {
        foreach (var number in errorNumbers)
        {
            if (EntraCures.TryGetValue(number, out var cure))
            {
                return cure;
            }
        }

        return code is null ? null : Cures.GetValueOrDefault(code);
    }
}
