namespace AuthProfiles;

/// <summary>Says what kept a request from being authorized. The set is closed: a program may switch over it.</summary>
public enum AuthorizationErrorKind
{
    /// <summary>A setting or a registration is missing or wrong; no retry helps, the message names the cure.</summary>
    Configuration,

    /// <summary>A tenant, user or input value is not fit for the place where it would go. Nothing was sent.</summary>
    InvalidValue,

    /// <summary>The request names no connection, or one that nobody knows. Nothing was sent.</summary>
    UnknownConnection,

    /// <summary>The connection exists by name but has no authorization yet, or no longer: its owner must authorize.</summary>
    AuthorizationRequired,

    /// <summary>The address of the request is not one that the profile allows. Nothing was sent.</summary>
    OriginRefused,

    /// <summary>The credential can't be put on this request: another value is in its place, or the content can't carry it.</summary>
    InjectionRefused,

    /// <summary>The token endpoint answered with something that is no token answer.</summary>
    MalformedResponse,

    /// <summary>The token endpoint answered with a token that can't be used.</summary>
    InvalidToken,

    /// <summary>The token endpoint answered with a token type that the profile does not list.</summary>
    UnsupportedTokenType,

    /// <summary>The token endpoint answered with an OAuth error other than those below (RFC 6749, section 5.2).</summary>
    OAuthError,

    /// <summary>The token endpoint refused the client: its id, secret or permissions are wrong.</summary>
    ClientRefused,

    /// <summary>The network or the service failed for the moment; the same call may succeed later.</summary>
    Transient,

    /// <summary>The token request was sent and no answer came: it may or may not have been carried out.</summary>
    InDoubt,

    /// <summary>The token endpoint answered with more than is ever read.</summary>
    ResponseTooLarge,

    /// <summary>The token endpoint answered with a redirect, which is never followed.</summary>
    RedirectRefused,

    /// <summary>No trusted connection could be made to the token endpoint.</summary>
    TlsFailure,

    /// <summary>The connection store failed.</summary>
    StoreFailure,

    /// <summary>The acquisition was ended because its source was disposed.</summary>
    Cancelled,

    /// <summary>What came to the callback belongs to no consent that was begun here, or not to this person, or was altered. No code was redeemed.</summary>
    CallbackRefused,

    /// <summary>The callback has come before, as when its page is loaded again. Nothing was redeemed a second time: the first one decided.</summary>
    CallbackUsed,
}
