namespace AuthProfiles;

/// <summary>How a client says who it is at a token endpoint (RFC 6749, section 2.3). A request has exactly one of them.</summary>
/// <remarks>Where the service offers it, take <see cref="PrivateKeyJwt"/> or <see cref="Certificate"/>: the server then has nothing that could be stolen from it (RFC 9700, section 2.5).</remarks>
public enum ClientAuthentication
{
    /// <summary>By id and secret in the header <c>Authorization: Basic</c> (<c>client_secret_basic</c>), written as <see cref="BasicEncoding"/> says.</summary>
    Basic,

    /// <summary>By the parameters <c>client_id</c> and <c>client_secret</c> in the body (<c>client_secret_post</c>).</summary>
    Post,

    /// <summary>Not at all: a public client sends its <c>client_id</c> alone (<c>none</c>).</summary>
    None,

    /// <summary>By an assertion that the client's secret signs with HS256 (<c>client_secret_jwt</c>, RFC 7523, section 2.2). The secret has at least 32 bytes and is not sent.</summary>
    SecretJwt,

    /// <summary>By an assertion that the client's private key signs (<c>private_key_jwt</c>, RFC 7523, section 2.2). The key is not sent.</summary>
    PrivateKeyJwt,

    /// <summary>By the certificate of the connection (RFC 8705, section 2): the <c>client_id</c> alone is sent, and the primary handler has the certificate.</summary>
    Certificate,
}
