using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>Holds refusals below the credential's handler: nobody hears of one before all have come, and the last of them only when the test lets them go.</summary>
internal sealed class RefusalGate(int refusals, int late)
{
    private readonly TaskCompletionSource _allRefused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _lateOnes = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _refused;

    public void PutInto(IHttpClientBuilder client) => client.ConfigurePrimaryHttpMessageHandler(() =>
        new Handler(this) { InnerHandler = new SocketsHttpHandler { MaxConnectionsPerServer = 64 } });

    /// <summary>Ends when all calls but the late ones are done.</summary>
    public async Task EarlyAreDoneAsync(IReadOnlyCollection<Task> calls, CancellationToken cancellationToken)
    {
        var done = 0;
        await foreach (var _ in Task.WhenEach(calls).WithCancellation(cancellationToken))
        {
            if (++done == refusals - late)
            {
                return;
            }
        }
    }

    public void LetLateOnesGo() => _lateOnes.TrySetResult();

    private Task WaitAsync()
    {
        var number = Interlocked.Increment(ref _refused);
        if (number == refusals)
        {
            _allRefused.TrySetResult();
        }

        return number > refusals - late ? _lateOnes.Task : _allRefused.Task;
    }

    private sealed class Handler(RefusalGate gate) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.Unauthorized)
            {
                // Read to its end, so that the connection is free for others meanwhile.
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                await gate.WaitAsync().WaitAsync(cancellationToken);
            }

            return response;
        }
    }
}
