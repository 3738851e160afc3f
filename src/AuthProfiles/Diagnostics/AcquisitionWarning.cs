namespace AuthProfiles.Diagnostics;

/// <summary>Something about an acquisition that works and should be mended. The set is closed; the number is the id of the event that is logged.</summary>
internal enum AcquisitionWarning
{
    /// <summary>The token answer has no token type (RFC 6749, section 5.1).</summary>
    TokenTypeMissing = 20,

    /// <summary>The first key or secret was refused, and the second one serves.</summary>
    SecondaryUsed = 21,

    /// <summary>Fewer scopes were granted than asked for (RFC 6749, section 3.3).</summary>
    ScopeNarrowed = 22,

    /// <summary>A password was sent to the token endpoint (RFC 9700, section 2.4).</summary>
    PasswordGrant = 23,

    /// <summary>The refresh token of a client without a secret came back unchanged (RFC 9700, section 2.2.2).</summary>
    RefreshNotRotated = 24,

    /// <summary>The refresh token ends within days, and renewing it has not given it longer.</summary>
    ConsentEnding = 25,

    /// <summary>The service has refused a credential that was acquired for it a moment before.</summary>
    FreshRefused = 26,
}
