namespace AuthProfiles.OAuth;

/// <summary>Exchanges what an owner's consent gave, and holds the answer to what was asked for.</summary>
internal sealed class ConsentAnswers(GrantEndpoint grants)
{
    /// <summary>Gets the scope that owners are asked for, or null.</summary>
    public string? Scope => grants.ConsentParameters.FirstOrDefault(static pair => pair.Key is "scope").Value;

    /// <summary>Gets a value indicating whether owners are asked who they are, so that an ID token comes.</summary>
    public bool IsOpenId => GrantedScope.Words(Scope, grants.Provider.ScopeSeparator).Contains("openid", StringComparer.Ordinal);

    /// <summary>Exchanges a code.</summary>
    /// <param name="request">Whose connection.</param>
    /// <param name="asked">The exchange.</param>
    /// <param name="issuer">Who must have issued an ID token, or null where that is not known.</param>
    /// <param name="nonce">What an ID token must repeat, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AuthorizationException">There is no grant, or the ID token is another's.</exception>
    public async Task<ConsentedGrant> RedeemAsync(CredentialRequest request, GrantRequest asked, MetadataQuery? issuer, SecretValue? nonce, CancellationToken cancellationToken)
    {
        Grant? given = null;
        try
        {
            var (grant, idToken) = await grants.RedeemAsync(request, asked, cancellationToken).ConfigureAwait(false);
            given = grant;
            return new(grant)
            {
                AccountLabel = idToken is null ? null : Accept(request, idToken, issuer, nonce),
                MissingScopes = GrantedScope.FindMissing(Scope, grant.Scope, grants.Provider.ScopeSeparator),
            };
        }
        catch (AuthorizationException)
        {
            // Nobody will have it, so that it must not live on at the provider.
            await RevocationAttempt.RunAsync(
                request.Clock,
                limit => given is null ? grants.RevokeNotedAsync(request, limit) : grants.RevokeAsync(request, given, limit),
                CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private static string? Accept(CredentialRequest request, SecretValue idToken, MetadataQuery? issuer, SecretValue? nonce)
    {
        if (IdTokenClaims.Read(idToken) is not { } claims)
        {
            throw request.Failure(AuthorizationErrorKind.InvalidToken, "the ID token can't be read: the connection is not authorized. Begin again");
        }

        return IdTokenRules.FindFault(claims, issuer, ClientReader.ReadId(request), nonce, request.Clock.GetUtcNow()) is { } fault
            ? throw request.Failure(AuthorizationErrorKind.InvalidToken, $"the ID token is {fault} (OpenID Connect Core, section 3.1.3.7): the connection is not authorized. Begin again")
            : IdTokenRules.LabelOf(claims);
    }
}
