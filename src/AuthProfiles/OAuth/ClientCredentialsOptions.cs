namespace AuthProfiles;

/// <summary>What a client credentials profile can be told.</summary>
public sealed class ClientCredentialsOptions : ProfileOptions
{
    /// <summary>Gets or sets the address of the token endpoint, a template: <c>{tenant}</c> and <c>{{field}}</c> are filled in from the connection.</summary>
    /// <value>No default; it must be given. https, or http to loopback; at most 3,000 characters, before and after expansion.</value>
    public string? TokenUrl { get; set; }

    /// <summary>Gets or sets the address that renewals go to, a template like <see cref="TokenUrl"/>.</summary>
    /// <value>The default is null: <see cref="TokenUrl"/>. The grant has no refresh token (RFC 6749, section 4.4.3), so the same request goes there.</value>
    public string? RefreshUrl { get; set; }

    /// <summary>Gets the further parameters of the token request, of which <c>scope</c> is one; others are <c>audience</c> or <c>resource</c>.</summary>
    /// <value>Empty by default. Sent as they are; empty values are left out. Parameters of the protocol such as <c>grant_type</c> are refused.</value>
    public IDictionary<string, string> Scope { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets or sets the client id of every connection that gives none of its own as the input <c>clientId</c>.</summary>
    /// <value>The default is null. At most 255 characters.</value>
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the client secret of every connection that gives none of its own as the input <c>clientSecret</c>.</summary>
    /// <value>The default is null. At most 255 characters. Keep it in settings, not in code.</value>
    public SecretValue? ClientSecret { get; set; }

    /// <summary>Gets or sets how the client says who it is.</summary>
    /// <value>The default is <see cref="ClientAuthentication.Basic"/>, which every server must know (RFC 6749, section 2.3.1).</value>
    public ClientAuthentication ClientAuthentication { get; set; }

    /// <summary>Gets or sets how the token request is written.</summary>
    /// <value>The default is <see cref="BodyFormat.Form"/>.</value>
    public BodyFormat BodyFormat { get; set; }

    /// <summary>Gets or sets how long a token lives whose answer says nothing about it that makes sense.</summary>
    /// <value>The default is null: it is used until it is refused. The range is 1 second to 3,650 days.</value>
    public TimeSpan? AssumedLifetime { get; set; }

    /// <summary>Gets the token types to take besides Bearer; their tokens are sent as Bearer tokens.</summary>
    /// <value>Empty by default: any other type is refused. Compared without case.</value>
    public IList<string> AcceptedTokenTypes { get; } = [];
}
