namespace AuthProfiles.Inspection;

/// <summary>Sends nothing: notes the first request that was to be sent, and ends what was to send it.</summary>
internal sealed class DryRunHandler : HttpMessageHandler
{
    /// <summary>Gets the request, without the values of its query, or null where none was to be sent.</summary>
    public string? Noted { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Noted ??= $"{request.Method} {ShownAddress.Of(request.RequestUri!)}";
        throw new DryRunException();
    }
}
