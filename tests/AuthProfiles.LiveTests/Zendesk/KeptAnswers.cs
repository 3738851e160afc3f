namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>Keeps what was asked and answered last.</summary>
internal sealed class KeptAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public string Method { get; private set; } = string.Empty;

    /// <summary>Gets the path of the last request, without the suffix that links have.</summary>
    public string Path { get; private set; } = string.Empty;

    public int Status { get; private set; }

    public string Body { get; private set; } = string.Empty;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        (Method, Path, Status) = (request.Method.Method, request.RequestUri!.AbsolutePath, (int)response.StatusCode);
        Body = await response.Content.ReadAsStringAsync(cancellationToken);
        return response;
    }
}
