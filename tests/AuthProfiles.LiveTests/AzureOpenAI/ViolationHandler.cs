namespace AuthProfiles.LiveTests.AzureOpenAI;

/// <summary>Puts a key on each request, which the contract server wants, and keeps what it said about the last one.</summary>
internal sealed class ViolationHandler : DelegatingHandler
{
    public ViolationHandler()
        : base(new SocketsHttpHandler())
    {
    }

    /// <summary>Gets what the contract did not allow in the last request.</summary>
    public string Violations { get; private set; } = string.Empty;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add("api-key", "any");
        var response = await base.SendAsync(request, cancellationToken);
        Violations = response.Headers.TryGetValues("sl-violations", out var values) ? string.Concat(values) : string.Empty;
        return response;
    }
}
