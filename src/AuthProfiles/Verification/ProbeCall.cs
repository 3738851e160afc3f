using AuthProfiles.Acquisition;
using AuthProfiles.Injection;
using AuthProfiles.Profiles;
using AuthProfiles.Templates;

namespace AuthProfiles.Verification;

/// <summary>A probe that is ready to be sent with what a source of its own acquires.</summary>
internal sealed class ProbeCall
{
    /// <summary>The limit for the answer and as much of its body as is kept.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ProbeRoute _route;
    private readonly Probe _probe;
    private readonly ConnectionTarget _target;
    private readonly Uri _address;

    /// <summary>Initializes a new instance of the <see cref="ProbeCall"/> class.</summary>
    /// <exception cref="AuthorizationException">There is no address to send it to.</exception>
    public ProbeCall(Probe probe, ProbeRoute route, ConnectionTarget target, string profile)
    {
        (_probe, _route, _target) = (probe, route, target);
        _address = RelativeAddress.Join(target.BaseAddress ?? route.Client?.BaseAddress ?? target.RequireBaseAddress(), probe.Address, profile);
    }

    /// <summary>Sends the probe.</summary>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    /// <exception cref="OperationCanceledException">None came in time, or the caller has ended the test.</exception>
    /// <exception cref="AuthorizationException">The credential can't be put on the probe. Nothing was sent.</exception>
    public async Task SendAsync(CredentialSource source, ExchangeLog log, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, source.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
#pragma warning disable CA2000 // Disposing a chain disposes the primary handler, which is the client's.
        var recorder = new RecordingHandler(log) { InnerHandler = _route.FindPrimary() };
        var client = new HttpMessageInvoker(new CredentialHandler(source, _route.Binding) { InnerHandler = recorder }, disposeHandler: false);
#pragma warning restore CA2000
        using var request = new HttpRequestMessage(_probe.Method, _address);
        RequestConnection.Set(request, _target.Values.Name);
        if (_route.Client?.DefaultRequestHeaders is { } headers)
        {
            HeaderLine.Copy(headers, request.Headers);
        }

        using var response = await client.SendAsync(request, both.Token).ConfigureAwait(false);
        await ReadAsync(response, log.Last!.Body!, both.Token).ConfigureAwait(false);
        GC.KeepAlive(_route);
    }

    // As much as is kept, and no more: the answer to a probe may be large.
    private static async Task ReadAsync(HttpResponseMessage response, RecordingStream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (!body.IsFull && await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) > 0)
            {
            }
        }
    }
}
