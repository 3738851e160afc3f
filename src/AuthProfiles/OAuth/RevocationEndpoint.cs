using System.Globalization;

namespace AuthProfiles.OAuth;

/// <summary>Tells an authorization server that a token is no longer wanted (RFC 7009). Nothing that the network or the server does makes it throw.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="wire">Sends as to the token endpoint: the same client authentication, limits and attempts.</param>
internal sealed class RevocationEndpoint(TokenEndpoint wire)
{
    /// <summary>The hint for a refresh token (RFC 7009, section 2.1); servers end the access tokens of its grant with it.</summary>
    public const string RefreshToken = "refresh_token";

    /// <summary>The hint for an access token.</summary>
    public const string AccessToken = "access_token";

    /// <summary>Revokes a token. One that the server does not know is revoked (section 2.2).</summary>
    /// <param name="client">Sends the messages; it follows no redirect.</param>
    /// <param name="clock">The time.</param>
    /// <param name="address">The revocation endpoint: https, or http to loopback.</param>
    /// <param name="request">A request of the client whose token it is; the token's parameters are added.</param>
    /// <param name="token">The token.</param>
    /// <param name="hint">What kind of token it is.</param>
    /// <param name="cancellationToken">Ends the call with an <see cref="OperationCanceledException"/>.</param>
    public async Task<RevocationResult> RevokeAsync(
        HttpMessageInvoker client, TimeProvider clock, Uri address, TokenRequest request, SecretValue token, string hint, CancellationToken cancellationToken)
    {
        request.Add("token", token.Reveal());
        request.Add("token_type_hint", hint);
        TokenFailure? failure;
        try
        {
            // Twice revoked is once, so every failure that passes may be waited for.
            failure = (await wire.SendAsync(client, clock, address, request, safeToRepeat: true, cancellationToken).ConfigureAwait(false)).Failure;
        }
#pragma warning disable CA1031 // Whoever revokes is about to forget the token: whatever went wrong, such as a key that can't sign, must not keep it from that.
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return Failed(new(AuthorizationErrorKind.Configuration, $"the token could not be revoked: {error.GetType().Name}"));
        }

        // The answer to a success has no content that matters, so reading it as a token answer fails; its status is what counts.
        if (failure is null or { StatusCode: >= 200 and <= 299, Kind: not AuthorizationErrorKind.RedirectRefused })
        {
            return new(RevocationOutcome.Revoked);
        }

        var answered = failure.StatusCode is { } status ? string.Create(CultureInfo.InvariantCulture, $"answered {status} {failure.ErrorCode}").TrimEnd() : "gave no answer";
        var told = failure with { Reason = $"the token could not be revoked: the revocation endpoint {answered}" };
        return failure.ErrorCode is "unsupported_token_type" ? new(RevocationOutcome.Unsupported, told) : Failed(told);
    }

    private static RevocationResult Failed(TokenFailure failure) => new(RevocationOutcome.Failed, failure);
}
