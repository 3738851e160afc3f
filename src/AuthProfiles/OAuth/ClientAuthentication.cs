namespace AuthProfiles;

/// <summary>How a client says who it is at a token endpoint (RFC 6749, section 2.3).</summary>
public enum ClientAuthentication
{
    /// <summary>By id and secret in the header <c>Authorization: Basic</c>, each form-encoded first (<c>client_secret_basic</c>).</summary>
    Basic,

    /// <summary>By the parameters <c>client_id</c> and <c>client_secret</c> in the body (<c>client_secret_post</c>).</summary>
    Post,

    /// <summary>By its id alone: a public client (<c>none</c>).</summary>
    None,

    /// <summary>By a token that it signs with its secret (<c>client_secret_jwt</c>, RFC 7523).</summary>
    SecretJwt,

    /// <summary>By a token that it signs with its private key (<c>private_key_jwt</c>, RFC 7523).</summary>
    PrivateKeyJwt,

    /// <summary>By the certificate of its connection, which the primary handler presents (<c>tls_client_auth</c>, RFC 8705).</summary>
    Certificate,
}
