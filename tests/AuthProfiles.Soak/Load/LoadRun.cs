using System.Collections.Immutable;
using AuthProfiles.Soak.Reporting;

namespace AuthProfiles.Soak.Load;

/// <summary>Puts one application under load until the service has seen enough, and every kind of fault has happened.</summary>
internal sealed class LoadRun(LoadPlan plan)
{
    /// <summary>A caller that gets no credential pauses, as whoever calls again does.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly long _began = TimeProvider.System.GetTimestamp();
    private readonly FaultList _faults = new();
    private readonly LoadBook _book = new();
    private readonly JumpingClock _clock = new();
    private readonly ImmutableArray<LoadKey> _keys = [.. Enumerable.Range(0, LoadPlan.Tenants * LoadPlan.UsersPerTenant).Select(static number => new LoadKey(number))];

    private TimeSpan Took => TimeProvider.System.GetElapsedTime(_began);

    /// <summary>Gets a value indicating whether the run goes on for too long: a machine that is busy elsewhere sends 500 requests in a second.</summary>
    private bool IsTooLong => Took > TimeSpan.FromSeconds(120 + (plan.Requests / 500));

    public async Task<Verdict> RunAsync()
    {
        using var unobserved = new UnobservedExceptions(_faults);
        await using var disturbances = new Disturbances(_clock, _book);
        var tokens = new TokenAnswers(_keys, _book, disturbances, new(plan.Seed), _faults);
        await using var server = await LoadServer.StartAsync(tokens, new(_keys, _book), _book);
        await using var application = await StartAsync(server, disturbances);
        await using var another = plan.Defect == PlantedDefect.Duplicate ? await StartAsync(server, disturbances) : null;
        var callers = Callers([application.Http, .. another is null ? Array.Empty<HttpClient>() : [another.Http]], disturbances);
        disturbances.Start();
        await LoadAsync(callers, () => HaveCome(plan.WarmUp) && !disturbances.IsProviderDown && _book.HasEveryFault);
        var before = await HeapGauge.ReadAsync(limit: 0, Patience / 10);
        await LoadAsync(callers, () => HaveCome(plan.Requests));
        var took = Took;
        var growth = await HeapGauge.ReadAsync(before + LoadPlan.MostGrowth, Patience) - before;
        return new LoadJudge(_book, _faults).Judge(plan, took, growth, unobserved.Count);
    }

    private Task<LoadApplication> StartAsync(LoadServer server, Disturbances disturbances) =>
        LoadApplication.StartAsync(server, _keys, _clock, disturbances, _book, plan.Defect);

    private LoadCaller[] Callers(ImmutableArray<HttpClient> clients, Disturbances disturbances)
    {
        var judge = new CallJudge(_faults, disturbances);
        var draw = new FaultDraw(plan.Seed + 1);
        return [.. Enumerable.Range(2, LoadPlan.Callers).Select(number => new LoadCaller(clients, _keys, _book, judge, draw, plan.Defect, plan.Seed + number))];
    }

    private bool HaveCome(int requests) => _book.Requests(RequestVerdict.Good) >= requests;

    private Task LoadAsync(LoadCaller[] callers, Func<bool> isEnough) => Task.WhenAll(callers.Select(caller => Task.Run(() => CallAsync(caller, isEnough))));

    private async Task CallAsync(LoadCaller caller, Func<bool> isEnough)
    {
        while (!isEnough() && !IsTooLong)
        {
            if (await caller.CallAsync() is CallOutcome.Unauthorized or CallOutcome.Unexplained)
            {
                await Until.PassAsync(Pause, CancellationToken.None);
            }
        }
    }
}
