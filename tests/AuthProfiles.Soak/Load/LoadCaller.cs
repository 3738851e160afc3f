using System.Collections.Immutable;

namespace AuthProfiles.Soak.Load;

/// <summary>Makes one call after the other, some of which ask for a fault or are given up, and judges how they end.</summary>
internal sealed class LoadCaller(ImmutableArray<HttpClient> clients, ImmutableArray<LoadKey> keys, LoadBook book, CallJudge judge, FaultDraw draw, PlantedDefect defect, int seed)
{
    /// <summary>So many keys get half of the calls, so that several wait for the same credential.</summary>
    private const int Busy = 10;

    private static readonly FaultKind[] Kinds =
    [
        FaultKind.Revoked, FaultKind.Faulted, FaultKind.Throttled, FaultKind.ResetBefore, FaultKind.ResetAfter, FaultKind.SlowDrip, FaultKind.Redirected,
    ];

    private static readonly byte[] Body = [.. Enumerable.Repeat((byte)'x', 1000)];

    private readonly Random _random = new(seed);
    private int _number;

    /// <summary>Makes a call.</summary>
    /// <returns>How it ended.</returns>
    public async Task<CallOutcome> CallAsync()
    {
        var key = keys[_random.Next(_random.Next(2) == 0 ? Busy : keys.Length)];
        var fault = draw.Next(Kinds);
        using var own = _random.Next(100) < LoadPlan.CancellationsInHundred ? new CancellationTokenSource(TimeSpan.FromMilliseconds(_random.Next(8)), TimeProvider.System) : null;
        if (own is not null)
        {
            book.Add(FaultKind.Cancelled);
        }

        using var request = Request(key, fault);
        var outcome = await judge.JudgeAsync(key, fault, SendAsync(key, request, own?.Token ?? CancellationToken.None), own?.Token ?? CancellationToken.None);
        book.Add(outcome);
        return outcome;
    }

    private HttpRequestMessage Request(LoadKey key, FaultKind? fault)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(FormattableString.Invariant($"use/{key.Number}"), UriKind.Relative));
        if (fault is not null)
        {
            request.Headers.Add(ServiceAnswers.Asked, fault.ToString());
        }

        if (_random.Next(2) == 0)
        {
            (request.Method, request.Content) = (HttpMethod.Post, new ByteArrayContent(Body));
        }

        return request;
    }

    // Both ways to say whose call it is, in turn.
    private Task<HttpResponseMessage> SendAsync(LoadKey key, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = _number++;
        var whose = defect == PlantedDefect.WrongUser && number % 100 == 99 ? keys[(key.Number + 1) % keys.Length] : key;
        var http = clients[number % clients.Length];
        return number % 4 == 0 ? http.SendAsync(request.For(whose.Tenant, whose.User), cancellationToken) : http.For(whose.Tenant, whose.User).SendAsync(request, cancellationToken);
    }
}
