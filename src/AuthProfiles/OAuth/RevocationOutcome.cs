namespace AuthProfiles.OAuth;

/// <summary>Says whether a token that was to be revoked is.</summary>
internal enum RevocationOutcome
{
    /// <summary>It is, or the server did not know it.</summary>
    Revoked,

    /// <summary>The server revokes no tokens of its kind (RFC 7009, section 2.2.1): it lives until it expires.</summary>
    Unsupported,

    /// <summary>It may live on: the server was not reached, or refused.</summary>
    Failed,
}
