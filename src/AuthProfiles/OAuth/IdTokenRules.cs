namespace AuthProfiles.OAuth;

/// <summary>Holds an ID token to the consent that it answers (OpenID Connect Core, section 3.1.3.7).</summary>
internal static class IdTokenRules
{
    // Clocks differ.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    /// <summary>Returns what is wrong with a token, as the end of a sentence, or null.</summary>
    /// <param name="claims">What the token says.</param>
    /// <param name="issuer">Who must have issued it, or null where the profile names no issuer.</param>
    /// <param name="client">The client id that it must be for.</param>
    /// <param name="nonce">What the consent asked to see again, or null.</param>
    /// <param name="now">The time.</param>
    public static string? FindFault(IdTokenClaims claims, MetadataQuery? issuer, string client, SecretValue? nonce, DateTimeOffset now)
    {
        if (issuer is not null && (claims["iss"] is not { } name || !issuer.Gives(name)))
        {
            return "another issuer's";
        }

        // Of several audiences the token says which of them asked.
        if (!claims.Audiences.Contains(client, StringComparer.Ordinal)
            || ((claims.Audiences.Length > 1 || claims["azp"] is not null) && !string.Equals(claims["azp"], client, StringComparison.Ordinal)))
        {
            return "for another client";
        }

        if (claims.Expiry is not { } expiry || expiry <= (now - Skew).ToUnixTimeSeconds())
        {
            return "expired";
        }

        return nonce is not null && !ConstantTime.AreEqual(nonce.Reveal(), claims["nonce"] ?? string.Empty) ? "the answer to another request" : null;
    }

    /// <summary>Returns what the token calls the account, or null.</summary>
    public static string? LabelOf(IdTokenClaims claims) => claims["preferred_username"] ?? claims["email"];
}
