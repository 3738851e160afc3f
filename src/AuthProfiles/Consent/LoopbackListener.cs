using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AuthProfiles.OAuth;

namespace AuthProfiles.Consent;

/// <summary>Listens on loopback for one callback. To whatever comes it answers a page that says the same to everybody.</summary>
/// <remarks>Only programs and pages on this machine reach it, and they may send anything: requests are small, in bounded numbers and times.</remarks>
internal sealed class LoopbackListener : IDisposable
{
    private const int MostAtOnce = 16;

    private static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _clock;
    private readonly TcpListener _listener;
    private readonly string _authority;
    private readonly string _path;

    /// <summary>Initializes a new instance of the <see cref="LoopbackListener"/> class, which listens from now on.</summary>
    public LoopbackListener(LoopbackAddress address, TimeProvider clock)
    {
        _clock = clock;
        _listener = new(address.Address, address.Port) { ExclusiveAddressUse = true };
        _listener.Start();
        _path = address.Path;
        _authority = string.Create(CultureInfo.InvariantCulture, $"{address.Host}:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        RedirectUri = new($"http://{_authority}{address.Registered}");
    }

    /// <summary>Gets where the browser comes back to.</summary>
    public Uri RedirectUri { get; }

    /// <summary>Waits for a callback, and passes over everything else.</summary>
    /// <param name="isExpected">Says whether a callback is the one that is waited for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Uri> WaitAsync(Func<CallbackParameters, bool> isExpected, CancellationToken cancellationToken)
    {
        var found = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var slots = new SemaphoreSlim(MostAtOnce);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var calls = new List<Task>();
        var accepting = AcceptAsync();
        try
        {
            // Accepting ends before a callback is found by a failure alone.
            await (await Task.WhenAny(found.Task, accepting).WaitAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            return await found.Task.ConfigureAwait(false);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.WhenAll(calls).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // A browser opens connections that it does not use, so one is not waited for before the next.
        async Task AcceptAsync()
        {
            while (!ended.IsCancellationRequested)
            {
                await slots.WaitAsync(ended.Token).ConfigureAwait(false);
                var client = await _listener.AcceptTcpClientAsync(ended.Token).ConfigureAwait(false);
                calls.RemoveAll(static call => call.IsCompleted);
#pragma warning disable CA2025 // The call itself disposes its client, and all calls are waited for.
                calls.Add(ServeAsync(client));
#pragma warning restore CA2025
            }
        }

        async Task ServeAsync(TcpClient client)
        {
            using var limit = new CancellationTokenSource(RequestLimit, _clock);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ended.Token);
            try
            {
                using (client)
                {
                    if (await AnswerAsync(client, isExpected, both.Token).ConfigureAwait(false) is { } callback)
                    {
                        found.TrySetResult(callback);
                    }
                }
            }
            catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
            {
                // It went away, or took too long: another one may come.
            }
            finally
            {
                slots.Release();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private async Task<Uri?> AnswerAsync(TcpClient client, Func<CallbackParameters, bool> isExpected, CancellationToken cancellationToken)
    {
        var stream = client.GetStream();
        await using (stream.ConfigureAwait(false))
        {
            var request = await LoopbackRequest.ReadAsync(stream, cancellationToken).ConfigureAwait(false);

            // By its name, so that a page of another site that points a name of its own at this machine gets nothing.
            var isHere = request is not null && string.Equals(request.Host, _authority, StringComparison.OrdinalIgnoreCase) && string.Equals(request.Path, _path, StringComparison.Ordinal);
            var callback = isHere && Uri.TryCreate($"{RedirectUri.OriginalString}?{request!.Query}", UriKind.Absolute, out var came) ? came : null;
            var isCallback = callback is not null && CallbackParameters.Read(callback) is { } parameters && isExpected(parameters);
            await stream.WriteAsync(isCallback ? LoopbackPage.Accepted : LoopbackPage.NotFound, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            client.Client.Shutdown(SocketShutdown.Send);
            return isCallback ? callback : null;
        }
    }
}
