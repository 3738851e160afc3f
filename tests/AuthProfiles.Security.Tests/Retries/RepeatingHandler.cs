namespace AuthProfiles.Security.Tests.Retries;

/// <summary>What everybody writes first: whatever did not succeed is sent once more.</summary>
internal sealed class RepeatingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var first = await base.SendAsync(request, cancellationToken);
        return first.IsSuccessStatusCode ? first : await base.SendAsync(request, cancellationToken);
    }
}
