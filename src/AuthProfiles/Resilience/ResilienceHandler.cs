namespace AuthProfiles.Resilience;

/// <summary>Sends a failed call again where that is safe and may help. It stands outside of the credential, which each attempt asks for anew.</summary>
/// <remarks>
/// A synchronous send passes through once: repeating it would block its thread while it waits. An <see cref="AuthorizationException"/> comes back at
/// once, because acquisition has a back-off of its own.
/// </remarks>
internal sealed class ResilienceHandler : DelegatingHandler
{
    private readonly string _profile;
    private readonly RetryEngine _engine;
    private volatile bool _alone;

    /// <summary>Initializes a new instance of the <see cref="ResilienceHandler"/> class.</summary>
    /// <param name="profile">The name for errors.</param>
    /// <param name="options">Read once, here.</param>
    /// <param name="time">The clock of waits and limits.</param>
    /// <param name="random">A number from 0 up to 1, for the jitter; null takes the platform's.</param>
    public ResilienceHandler(string profile, ResilienceOptions options, TimeProvider time, Func<double>? random = null)
    {
        _profile = profile;
        _engine = new(options, Repeats, time, random ?? RetryDelay.NextRandom);
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!_alone)
        {
            RefuseSecond();
            _alone = true;
        }

        return _engine.SendAsync(static (call, token) => call.Handler.SendOnceAsync(call.Request, token), (Handler: this, Request: request), request, cancellationToken);
    }

    private static bool Repeats(Failure failure, object subject)
    {
        var request = (HttpRequestMessage)subject;
        var repeats = failure.Kind switch
        {
            FailureKind.NeverSent => true,
            FailureKind.Throttled => failure.RetryAfter is not null,
            FailureKind.Unavailable => failure.RetryAfter is not null || Idempotency.Of(request),
            _ => Idempotency.Of(request),
        };
        return repeats && Resendable.CanResend(request);
    }

    private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken) => base.SendAsync(request, cancellationToken);

    /// <summary>Two of them multiply: a service that is down would get each request 16 times.</summary>
    private void RefuseSecond()
    {
        for (var inner = InnerHandler; inner is DelegatingHandler handler; inner = handler.InnerHandler)
        {
            if (handler is ResilienceHandler)
            {
                throw new AuthorizationException(
                    AuthorizationErrorKind.Configuration,
                    _profile,
                    $"Profile '{Diagnostics.Printable.Escape(_profile)}': its client has resilience twice, so every retry would be multiplied. Add it once.");
            }
        }
    }
}
