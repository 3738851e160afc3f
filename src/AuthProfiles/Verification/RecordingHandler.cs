namespace AuthProfiles.Verification;

/// <summary>Keeps the last request that passes and its answer, secrets and all; the body as far as it is read.</summary>
internal sealed class RecordingHandler(ExchangeLog log) : DelegatingHandler
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var exchange = log.Last = new(request);
        var response = base.Send(request, cancellationToken);
        return exchange.Answer(response, response.Content.ReadAsStream(cancellationToken));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var exchange = log.Last = new(request);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return exchange.Answer(response, await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
    }
}
