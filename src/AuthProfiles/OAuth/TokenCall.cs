using System.Net.Http.Headers;

namespace AuthProfiles.OAuth;

/// <summary>One token request of one client on its way: each attempt is a new message with a new authentication, and the last one's body is kept.</summary>
internal sealed class TokenCall(
    HttpMessageInvoker client, TimeProvider clock, Uri address, TokenRequest request, ClientIdentity asker, IClientAuthentication authentication, ITokenRequestBody format)
{
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    private Uri? _sentTo;

    /// <summary>Gets what the last attempt carried that must never be shown.</summary>
    public IReadOnlyCollection<SecretValue> Secrets { get; private set; } = [];

    /// <summary>Gets the body of the last answer, or null where it is too large.</summary>
    public ReadOnlyMemory<byte>? Body { get; private set; }

    /// <summary>Sends one attempt and reads its answer whole, so that a time limit on the attempt covers the body.</summary>
    public async Task<HttpResponseMessage> SendAsync(CancellationToken cancellationToken)
    {
        Body = null;
        var attempt = new TokenAttempt(request.Parameters, asker, address, clock.GetUtcNow()) { Audience = request.Audience ?? address.AbsoluteUri };
        authentication.Authenticate(attempt);
        Secrets = [.. attempt.Secrets];
        using var message = format.Write(address, attempt.Parameters);
        _sentTo = message.RequestUri;
        message.Headers.Accept.Add(Json);
        message.Headers.Authorization = attempt.Authorization;
        var response = await client.SendAsync(message, cancellationToken).ConfigureAwait(false);
        try
        {
            // What a redirect says is of no interest, and it may be large.
            var isRedirect = (int)response.StatusCode is >= 300 and <= 399;
            Body = isRedirect ? ReadOnlyMemory<byte>.Empty : await BoundedBody.ReadAsync(response, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>Says whether the answer comes from elsewhere: a handler that follows redirects has been put under the token client.</summary>
    public bool WasRedirected(HttpResponseMessage response) => response.RequestMessage?.RequestUri is { } answered && answered != _sentTo;
}
