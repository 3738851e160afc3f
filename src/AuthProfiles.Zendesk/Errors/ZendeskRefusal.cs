namespace AuthProfiles.Zendesk;

/// <summary>Says what a 401 or 403 is about, as far as Zendesk's answer tells. The set is closed: a program may switch over it.</summary>
public enum ZendeskRefusal
{
    /// <summary>The access token is not good, and the answer does not say whether it is expired, revoked or another account's.</summary>
    TokenRejected,

    /// <summary>The access token is expired, and could not be renewed.</summary>
    TokenExpired,

    /// <summary>The access token is revoked: by hand, with its OAuth client, or by a renewal elsewhere.</summary>
    TokenRevoked,

    /// <summary>The account knows no OAuth client of this identifier.</summary>
    ClientUnknown,

    /// <summary>Email and API token don't fit the account.</summary>
    CredentialRejected,

    /// <summary>A password was taken for one, and passwords no longer open the API.</summary>
    PasswordAccessEnded,

    /// <summary>The account no longer takes API tokens, or not this one.</summary>
    ApiTokenEnded,

    /// <summary>Nobody can create API tokens any more.</summary>
    TokenCreationEnded,

    /// <summary>The token lacks a scope.</summary>
    ScopeMissing,

    /// <summary>The call was made on behalf of a user, and may not be.</summary>
    OnBehalfOfRefused,

    /// <summary>The account or its user is suspended.</summary>
    Suspended,

    /// <summary>The user behind the credential has no right to this.</summary>
    RightMissing,

    /// <summary>The call had no credential, and the account is closed to such calls.</summary>
    AnonymousRefused,
}
