namespace AuthProfiles.OAuth;

/// <summary>One call to an authorization server on its way: each attempt is a new message, and the last one's body is kept.</summary>
/// <param name="client">Sends the messages; it follows no redirect.</param>
/// <param name="address">Where they go.</param>
/// <param name="write">Writes the message of an attempt to the address.</param>
internal sealed class BoundedCall(HttpMessageInvoker client, Uri address, Func<Uri, HttpRequestMessage> write)
{
    /// <summary>Gets the body of the last answer, or null where it is too large.</summary>
    public ReadOnlyMemory<byte>? Body { get; private set; }

    /// <summary>Sends one attempt and reads its answer whole, so that a time limit on the attempt covers the body.</summary>
    public async Task<HttpResponseMessage> SendAsync(CancellationToken cancellationToken)
    {
        Body = null;
        using var message = write(address);
        var response = await client.SendAsync(message, cancellationToken).ConfigureAwait(false);
        try
        {
            // What a redirect says is of no interest, and it may be large.
            Body = IsRedirect(response) ? ReadOnlyMemory<byte>.Empty : await BoundedBody.ReadAsync(response, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>Says whether the answer is a redirect, or comes from elsewhere because a handler that follows redirects has been put under the client.</summary>
    public bool WasRedirected(HttpResponseMessage response) =>
        IsRedirect(response) || (response.RequestMessage?.RequestUri is { } answered && answered != address);

    private static bool IsRedirect(HttpResponseMessage response) => (int)response.StatusCode is >= 300 and <= 399;
}
