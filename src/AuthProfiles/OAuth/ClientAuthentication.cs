namespace AuthProfiles;

/// <summary>How a client says who it is at a token endpoint (RFC 6749, section 2.3.1).</summary>
public enum ClientAuthentication
{
    /// <summary>By id and secret in the header <c>Authorization: Basic</c>, each form-encoded first (<c>client_secret_basic</c>).</summary>
    Basic,

    /// <summary>By the parameters <c>client_id</c> and <c>client_secret</c> in the body (<c>client_secret_post</c>).</summary>
    Post,
}
