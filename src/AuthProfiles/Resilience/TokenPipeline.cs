namespace AuthProfiles.Resilience;

/// <summary>Sends a token request, again where its grant is not at risk. The deadline for all attempts together is the caller's token.</summary>
/// <remarks>
/// Whatever the grant: again where nothing was sent and on 429 and 503. Only where the grant is safe to repeat (client credentials): also on
/// 408, 500, 502 and 504, and once when no answer came, because the request may have been carried out.
/// </remarks>
internal sealed class TokenPipeline(TimeProvider time, Func<double>? random = null)
{
    /// <summary>A longer wait goes back with the answer: an acquisition has a deadline, and its source backs off by the delay.</summary>
    private static readonly ResilienceOptions Options = new()
    {
        AttemptTimeout = TimeSpan.FromSeconds(10),
        BaseDelay = TimeSpan.FromSeconds(0.5),
        MaxRetryAfter = TimeSpan.FromSeconds(10),
    };

    private readonly RetryEngine _engine = new(Options, static (failure, call) => ((Call)call).Repeats(failure), time, random ?? RetryDelay.NextRandom);

    /// <summary>Calls <paramref name="send"/> for each attempt; it makes a new request each time and may read the answer's body, so that the time limit covers it.</summary>
    /// <exception cref="HttpRequestException">No answer came; a <see cref="TimeoutException"/> inside says that the last attempt took too long.</exception>
    public Task<HttpResponseMessage> SendAsync<TState>(
        Func<TState, CancellationToken, Task<HttpResponseMessage>> send, TState state, bool safeToRepeat, CancellationToken cancellationToken) =>
        _engine.SendAsync(send, state, new Call(repeats: true, safeToRepeat), cancellationToken);

    /// <summary>Calls <paramref name="send"/> once, within the time limit of an attempt: whoever polls keeps the pace.</summary>
    /// <exception cref="HttpRequestException">No answer came; a <see cref="TimeoutException"/> inside says that it took too long.</exception>
    public Task<HttpResponseMessage> SendOnceAsync<TState>(Func<TState, CancellationToken, Task<HttpResponseMessage>> send, TState state, CancellationToken cancellationToken) =>
        _engine.SendAsync(send, state, new Call(repeats: false, safeToRepeat: false), cancellationToken);

    private sealed class Call(bool repeats, bool safeToRepeat)
    {
        private bool _doubted;

        public bool Repeats(Failure failure)
        {
            switch (failure.Kind)
            {
                case var _ when !repeats:
                    return false;
                case FailureKind.NeverSent or FailureKind.Throttled or FailureKind.Unavailable:
                    return true;
                case FailureKind.InDoubt when _doubted:
                    return false;
                case FailureKind.InDoubt:
                    _doubted = true;
                    return safeToRepeat;
                default:
                    return safeToRepeat;
            }
        }
    }
}
