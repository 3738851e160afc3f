using System.Globalization;
using AuthProfiles.Resilience;
using AuthProfiles.Templates;

namespace AuthProfiles.OAuth;

/// <summary>Sends token requests (RFC 6749, section 3.2) and reads their answers. Whatever the network or the server does ends in an answer or a failure.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class TokenEndpoint(IClientAuthentication authentication, ITokenRequestBody format, TokenAnswerReader reader)
{
    /// <summary>The limit for all attempts together, bodies and waits included.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>Sends a request, again where that is safe, and reads the answer.</summary>
    /// <remarks>
    /// Where the endpoint refuses the client, the request goes out once more for its secondary, whatever the grant: who is refused as a client has spent
    /// nothing (RFC 6749, section 5.2). <see cref="TokenReading.IsOfSecondary"/> then says so.
    /// </remarks>
    /// <param name="client">Sends the messages; it follows no redirect.</param>
    /// <param name="clock">The time.</param>
    /// <param name="address">The token endpoint: https, or http to loopback.</param>
    /// <param name="request">The grant's parameters. The client's own are added to each attempt, and not to the request.</param>
    /// <param name="safeToRepeat">Whether the grant can be asked for again without losing anything.</param>
    /// <param name="cancellationToken">Ends the call with an <see cref="OperationCanceledException"/>.</param>
    public async Task<TokenReading> SendAsync(
        HttpMessageInvoker client, TimeProvider clock, Uri address, TokenRequest request, bool safeToRepeat, CancellationToken cancellationToken)
    {
        if (!Origin.TryCreate(address, out var origin) || !origin.IsSecure)
        {
            return TokenReading.Of(new TokenFailure(AuthorizationErrorKind.OriginRefused, "the token endpoint's address is not https, so no secret goes there. Give an https address"));
        }

        using var deadline = new CancellationTokenSource(Deadline, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var reading = await SendAsync(request.Client).ConfigureAwait(false);
        return (RefusesClient(reading) || RefusesAssertion(request, reading)) && request.Secondary is { } secondary
            ? (await SendAsync(secondary).ConfigureAwait(false)).OfSecondary()
            : reading;

        async Task<TokenReading> SendAsync(ClientIdentity asker)
        {
            if (authentication.Fault(asker) is { } fault)
            {
                return TokenReading.Of(new TokenFailure(AuthorizationErrorKind.Configuration, fault));
            }

            var call = new TokenCall(client, clock, address, request, asker, authentication, format);
            try
            {
                var pipeline = new TokenPipeline(clock);
                using var response = await (request.IsPoll
                    ? pipeline.SendOnceAsync(static (call, token) => call.SendAsync(token), call, both.Token)
                    : pipeline.SendAsync(static (call, token) => call.SendAsync(token), call, safeToRepeat, both.Token)).ConfigureAwait(false);
                return Placed(Read(call, response, clock), origin);
            }
            catch (Exception error) when ((IsOfTransport(error) || deadline.IsCancellationRequested) && !cancellationToken.IsCancellationRequested)
            {
                return TokenReading.Of(TransportFailure.Of(error, safeToRepeat, $"the token endpoint at {origin}"));
            }
        }
    }

    // A client that is known and may not do this is refused as well, and another secret of it may not either.
    private static bool RefusesClient(TokenReading reading) =>
        reading.Failure is { Kind: AuthorizationErrorKind.ClientRefused, ErrorCode: not TokenErrorCodes.UnauthorizedClient };

    // Of a grant that the client's key signs, another key is another grant (RFC 7523, section 3.1).
    private static bool RefusesAssertion(TokenRequest request, TokenReading reading) =>
        request.Assertion is not null && reading.Failure is { Kind: AuthorizationErrorKind.OAuthError, ErrorCode: TokenErrorCodes.InvalidGrant };

    // Where something else than a token endpoint has answered, its address tells what it was.
    private static TokenReading Placed(TokenReading reading, Origin origin) =>
        reading.Failure is { Kind: AuthorizationErrorKind.MalformedResponse or AuthorizationErrorKind.RedirectRefused or AuthorizationErrorKind.ResponseTooLarge } failure
            ? TokenReading.Of(failure with { Reason = $"{failure.Reason} ({origin})" })
            : reading;

    private static bool IsOfTransport(Exception error) =>
        error is HttpRequestException or IOException or InvalidDataException or OperationCanceledException;

    private TokenReading Read(TokenCall call, HttpResponseMessage response, TimeProvider clock)
    {
        if (call.WasRedirected(response))
        {
            return Refuse(AuthorizationErrorKind.RedirectRefused, response, "another address has answered for the token endpoint: redirects are never followed. Take the handler that does it from the token client");
        }

        return call.Body is { } body
            ? reader.Read(response.StatusCode, RetryAfter.Of(response, clock), body.Span, clock.GetUtcNow(), call.Secrets)
            : Refuse(
                AuthorizationErrorKind.ResponseTooLarge,
                response,
                string.Create(CultureInfo.InvariantCulture, $"the token endpoint answered {(int)response.StatusCode} with more than {BoundedBody.Limit:N0} bytes. Check the token URL"));
    }

    private static TokenReading Refuse(AuthorizationErrorKind kind, HttpResponseMessage response, string reason) =>
        TokenReading.Of(new TokenFailure(kind, reason) { StatusCode = (int)response.StatusCode });
}
