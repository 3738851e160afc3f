namespace AuthProfiles.Soak.Load;

/// <summary>A planted defect: takes the credential off one request in a thousand.</summary>
internal sealed class LosingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static int _requests;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _requests) % 1000 == 0)
        {
            request.Headers.Authorization = null;
        }

        return base.SendAsync(request, cancellationToken);
    }
}
