using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace AuthProfiles.Resilience;

/// <summary>Sends until it succeeds or a rule says stop: retry outside, a time limit on each attempt inside. No type of Polly leaves it.</summary>
/// <remarks>Thread-safe. A call that succeeds at once allocates no closure and takes its context from a pool.</remarks>
internal sealed class RetryEngine
{
    private static readonly ResiliencePropertyKey<object> Subject = new("AuthProfiles.Subject");

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly Func<Failure, object, bool> _repeats;
    private readonly TimeProvider _time;
    private readonly TimeSpan _attemptTimeout;
    private readonly TimeSpan _maxRetryAfter;
    private readonly RetryDelay _delay;

    /// <summary>Initializes a new instance of the <see cref="RetryEngine"/> class, which keeps the options' values, not the options.</summary>
    public RetryEngine(ResilienceOptions options, Func<Failure, object, bool> repeats, TimeProvider time, Func<double> random)
    {
        _repeats = repeats;
        _time = time;
        _attemptTimeout = options.AttemptTimeout;
        _maxRetryAfter = options.MaxRetryAfter;
        _delay = new(options.BaseDelay, random);

        // Polly pools its timers only for the system's clock, which it knows by reference.
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(new()
            {
                MaxRetryAttempts = options.MaxRetries,
                ShouldHandle = ShouldRepeat,
                DelayGenerator = Delay,
            });
        }

        _pipeline = builder.AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = AttemptTimeout }).Build();
    }

    /// <summary>Sends, and sends again as long as the rule says so of the failure and the subject.</summary>
    public Task<HttpResponseMessage> SendAsync<TState>(
        Func<TState, CancellationToken, Task<HttpResponseMessage>> send, TState state, object subject, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(Subject, subject);
        var sending = _pipeline.ExecuteOutcomeAsync(Attempt, context, (send, state));
        if (!sending.IsCompletedSuccessfully)
        {
            return FinishAsync(sending, context);
        }

        var outcome = sending.Result;
        return outcome.Exception is null ? Task.FromResult(Finish(outcome, context)) : FinishAsync(new(outcome), context);
    }

#pragma warning disable CA1031 // An outcome is how Polly is told of an exception, whichever it is.
#pragma warning disable CA1849 // The task has ended; awaiting it would cost a state machine on every call.
    private static ValueTask<Outcome<HttpResponseMessage>> Attempt<TState>(
        ResilienceContext context, (Func<TState, CancellationToken, Task<HttpResponseMessage>> Send, TState State) call)
    {
        try
        {
            var sending = call.Send(call.State, context.CancellationToken);
            return sending.IsCompletedSuccessfully ? new(Outcome.FromResult(sending.Result)) : AttemptAsync(sending);
        }
        catch (Exception exception)
        {
            return new(Outcome.FromException<HttpResponseMessage>(exception));
        }
    }

    private static async ValueTask<Outcome<HttpResponseMessage>> AttemptAsync(Task<HttpResponseMessage> sending)
    {
        try
        {
            return Outcome.FromResult(await sending.ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            return Outcome.FromException<HttpResponseMessage>(exception);
        }
    }
#pragma warning restore CA1849
#pragma warning restore CA1031

    private async Task<HttpResponseMessage> FinishAsync(ValueTask<Outcome<HttpResponseMessage>> sending, ResilienceContext context) =>
        Finish(await sending.ConfigureAwait(false), context);

    private HttpResponseMessage Finish(in Outcome<HttpResponseMessage> outcome, ResilienceContext context)
    {
        var (caller, limit) = (context.CancellationToken, outcome.Exception is null ? default : LimitOf(context));
        ResilienceContextPool.Shared.Return(context);
        if (outcome.Exception is { } exception && Failure.IsTimeout(exception))
        {
            // A caller that gave up while an attempt timed out hears of its own cancellation, never of a type of Polly's.
            caller.ThrowIfCancellationRequested();
            throw new HttpRequestException(
                FormattableString.Invariant($"No answer came in time; an attempt may take {limit}."), new TimeoutException("The attempt timed out."));
        }

        outcome.ThrowIfException();
        return outcome.Result!;
    }

    private TimeSpan LimitOf(ResilienceContext context) =>
        context.Properties.GetValue(Subject, this) is HttpRequestMessage request && AttemptTime.Of(request) is { } own ? own : _attemptTimeout;

    private ValueTask<TimeSpan> AttemptTimeout(TimeoutGeneratorArguments arguments) => new(LimitOf(arguments.Context));

    private ValueTask<bool> ShouldRepeat(RetryPredicateArguments<HttpResponseMessage> arguments)
    {
        if (arguments.Context.CancellationToken.IsCancellationRequested)
        {
            return new(false);
        }

        var failure = Failure.Of(arguments.Outcome, _time, _maxRetryAfter);
        return new(failure.Kind != FailureKind.None && _repeats(failure, arguments.Context.Properties.GetValue(Subject, this)));
    }

    private ValueTask<TimeSpan?> Delay(RetryDelayGeneratorArguments<HttpResponseMessage> arguments)
    {
        var retryAfter = arguments.Outcome.Result is { } response ? RetryAfter.Of(response, _time) : null;
        return new(_delay.Next(arguments.AttemptNumber, retryAfter));
    }
}
