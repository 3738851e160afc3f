namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>The least that a handler for several tenants does: it looks into the request's options, which are made by looking.</summary>
internal sealed class OptionsReader : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<string> Key = new("Benchmarks.Tenant");

    private int _named;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Options.TryGetValue(Key, out _))
        {
            _named++;
        }

        return base.SendAsync(request, cancellationToken);
    }
}
