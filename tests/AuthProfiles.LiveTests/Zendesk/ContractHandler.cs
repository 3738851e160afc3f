namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>Puts a token on each request, which the contract server wants, and keeps what it said about the last one.</summary>
internal sealed class ContractHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    /// <summary>Gets what the contract did not allow in the last request.</summary>
    public string Violations { get; private set; } = string.Empty;

    /// <summary>Gets or sets what to ask the contract server for, such as one of its examples.</summary>
    public string? Prefer { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new("Bearer", "any");
        if (Prefer is not null)
        {
            request.Headers.Add("Prefer", Prefer);
        }

        var response = await base.SendAsync(request, cancellationToken);
        Violations = response.Headers.TryGetValues("sl-violations", out var values) ? string.Concat(values) : string.Empty;
        return response;
    }
}
