using System.Diagnostics;
using AuthProfiles.Acquisition;
using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;
using AuthProfiles.Connections;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G3: asking the source for a token that is at hand and expires, against reading a field and the clock.</summary>
internal sealed class WarmSource : IGoal
{
    private const int Callers = 4;
    private const int CallsAtOnce = 5_000_000;

    private readonly TimeProvider _clock = TimeProvider.System;
    private volatile HeldCredential? _field;
    private int _found;

    public string Id => "G3";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        var source = await Sources.MakeWarmAsync();
        var tenant = new ConnectionName("acme", user: null);
        _field = await source.AcquireAsync(tenant, CancellationToken.None);
        var measured = await new Rounds { Calls = 200_000, OfProcessor = true }.MeasureAsync(
            Case.Of("a volatile field and the clock", ReadField),
            Case.Of("source, the developer's own connection", calls => Ask(source, ConnectionName.Own, calls)),
            Case.Of("source, a tenant's connection", calls => Ask(source, tenant, calls)));
        var baseline = measured[0];
        return
        [
            baseline.Inform(Id),
            .. measured.Skip(1).Select(asked => asked.Promise(Id, baseline, 2.5, Check.Bytes(asked.Bytes, 0))),
            await MeasureLocksAsync(source, tenant),
        ];
    }

    // A lock that every caller takes is one that callers at the same time wait for.
    private async Task<Row> MeasureLocksAsync(CredentialSource source, ConnectionName tenant)
    {
        var before = Monitor.LockContentionCount;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Factory.StartNew(() => Ask(source, tenant, CallsAtOnce), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        var elapsed = Stopwatch.GetElapsedTime(start);
        return new(
            Id,
            $"source, {Callers} threads at once",
            elapsed.TotalNanoseconds / CallsAtOnce / Callers,
            Ratio: null,
            Bytes: null,
            Check.Count((int)(Monitor.LockContentionCount - before), expected: 0, "waits for a lock"));
    }

    private void ReadField(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            if (_field is { } held && _clock.GetTimestamp() < held.SoftExpiry)
            {
                _found++;
            }
        }
    }

    private void Ask(CredentialSource source, ConnectionName name, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            if (source.TryGetWarm(name, out _))
            {
                _found++;
            }
        }
    }
}
