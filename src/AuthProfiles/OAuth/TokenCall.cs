using System.Net.Http.Headers;

namespace AuthProfiles.OAuth;

/// <summary>One token request on its way: each attempt is a new message, and the last one's body is kept.</summary>
internal sealed class TokenCall(HttpMessageInvoker client, Uri address, TokenRequest request, ITokenRequestBody format)
{
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    private Uri? _sentTo;

    public TokenRequest Request => request;

    /// <summary>Gets the body of the last answer, or null where it is too large.</summary>
    public ReadOnlyMemory<byte>? Body { get; private set; }

    /// <summary>Sends one attempt and reads its answer whole, so that a time limit on the attempt covers the body.</summary>
    public async Task<HttpResponseMessage> SendAsync(CancellationToken cancellationToken)
    {
        Body = null;
        using var message = format.Write(address, request.Parameters);
        _sentTo = message.RequestUri;
        message.Headers.Accept.Add(Json);
        message.Headers.Authorization = request.Authorization;
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
