namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>A primary handler that answers token requests as told, and keeps what else would have gone out.</summary>
internal sealed class InMemoryPrimary : HttpMessageHandler
{
    /// <summary>Gets or sets what the token endpoint answers.</summary>
    public byte[] TokenAnswer { get; set; } = [];

    public int TokenRequests { get; private set; }

    public List<(string? Authorization, byte[] Body)> Sent { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == "/token")
        {
            TokenRequests++;
            return new() { RequestMessage = request, Content = new ByteArrayContent(TokenAnswer) };
        }

        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Sent.Add((request.Headers.NonValidated.TryGetValues("Authorization", out var lines) ? string.Join('\n', lines) : null, body));
        return new() { RequestMessage = request };
    }
}
