using AuthProfiles.OAuth;

namespace AuthProfiles;

/// <summary>What a token exchange profile can be told.</summary>
public sealed class TokenExchangeOptions : OAuthOptions
{
    /// <summary>Gets or sets the function that gives the token to be exchanged: the party on whose behalf requests are made.</summary>
    /// <value>The default is null: connections give theirs as the input <c>subjectToken</c>. With a function, every user of the application is served.</value>
    /// <remarks>
    /// It runs apart from whoever waits for the token, so nothing ambient is there: no <c>HttpContext</c>, no <c>AsyncLocal</c>. Whose token is
    /// wanted says <see cref="ConnectionKey.User"/> of <c>request.Connection.Key</c>, which is null for a call that names no user.
    /// </remarks>
    public Func<CredentialRequest, CancellationToken, ValueTask<SecretValue>>? SubjectToken { get; set; }

    /// <summary>Gets or sets the type of the token to be exchanged.</summary>
    /// <value>The default is <c>urn:ietf:params:oauth:token-type:access_token</c>.</value>
    public string SubjectTokenType { get; set; } = TokenTypeNames.AccessToken;

    /// <summary>Gets or sets the function that gives the token of the acting party.</summary>
    /// <value>The default is null: nobody acts but the client.</value>
    public Func<CredentialRequest, CancellationToken, ValueTask<SecretValue>>? ActorToken { get; set; }

    /// <summary>Gets or sets the type of the acting party's token.</summary>
    /// <value>The default is <c>urn:ietf:params:oauth:token-type:access_token</c>. Sent only with <see cref="ActorToken"/>.</value>
    public string ActorTokenType { get; set; } = TokenTypeNames.AccessToken;

    /// <summary>Gets or sets the type of token that is asked for.</summary>
    /// <value>The default is null: the server decides between an access token and a JWT. An answer of another type is refused.</value>
    public string? RequestedTokenType { get; set; }

    /// <summary>Gets the names of the services that the token is to be good for, besides <see cref="OAuthOptions.Resources"/>.</summary>
    /// <value>Empty by default. Sent as <c>audience</c>, in this order.</value>
    public IList<string> Audiences { get; } = [];
}
