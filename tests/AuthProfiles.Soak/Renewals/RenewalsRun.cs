using AuthProfiles.Soak.Reporting;
using AuthProfiles.Soak.Server;

namespace AuthProfiles.Soak.Renewals;

/// <summary>Many processes that renew the same connections at a server that forgives nothing.</summary>
internal sealed class RenewalsRun(RenewalPlan plan)
{
    /// <summary>Longer than a dead process can hold up the others.</summary>
    private static readonly TimeSpan CalmLimit = TimeSpan.FromSeconds(60);

    private readonly FaultList _faults = new();
    private readonly WorkerBook _book = new();

    public async Task<Verdict> RunAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var server = await RotatingServer.StartAsync(RenewalPlan.TokenLifetime, RenewalPlan.LongestAnswer, plan.Seed);
        var store = plan.Store.Open();
        var owners = new Owners(store, server, _faults);
        var users = SoakProfile.Users(plan.Users);
        await owners.ConsentAsync(users);

        using var ended = new CancellationTokenSource();
        var consenting = owners.RunAsync(ended.Token);
        var slots = Enumerable.Range(0, plan.Processes).Select(number => new WorkerSlot(number, plan, server.Address, _book, owners.Ask)).ToArray();
        try
        {
            var pauses = await WorkAsync(server, slots);
            await CalmDownAsync(server.Register, users);
            foreach (var slot in slots)
            {
                if (await slot.EndAsync() is { } fault)
                {
                    _faults.Add(fault);
                }
            }

            await ended.CancelAsync();
            await consenting;
            await new RenewalsJudge(plan, server.Register, _book, owners, _faults).JudgeAsync(store, users);
            return new(Figures(server.Register, owners, pauses, TimeProvider.System.GetElapsedTime(began)), _faults.All);
        }
        finally
        {
            foreach (var slot in slots)
            {
                await slot.DisposeAsync();
            }
        }
    }

    private async Task<int> WorkAsync(RotatingServer server, IReadOnlyList<WorkerSlot> slots)
    {
        var havoc = new Havoc(slots, plan.Seed);
        using var enough = new CancellationTokenSource();
        server.Redeemed = havoc.NoteAsync;
        var going = plan.Kills ? havoc.RunAsync(enough.Token) : Task.CompletedTask;
        _faults.Require(
            await Until.TrueAsync(() => server.Register.Renewals >= plan.Renewals, plan.Limit),
            $"{server.Register.Renewals} of {plan.Renewals} renewals within {plan.Limit.TotalSeconds:0} s");
        await enough.CancelAsync();
        await going;
        return havoc.Pauses;
    }

    // After the last kill each connection is renewed twice more, so that every loss has come to light.
    private async Task CalmDownAsync(FamilyRegister register, IReadOnlyList<string> users)
    {
        var before = register.Progress();
        var isCalm = await Until.TrueAsync(() => register.Progress() is var now && users.All(user => now[user] is { } reached && reached >= (before[user] ?? 0) + 2), CalmLimit);
        _faults.Require(isCalm, $"after the last disturbance not every connection was renewed again within {CalmLimit.TotalSeconds:0} s");
    }

    private string Figures(FamilyRegister register, Owners owners, int pauses, TimeSpan took) =>
        $"renewals on {plan.Store.Name}, seed {plan.Seed}: {plan.Processes} processes, {plan.Users} connections, {register.Renewals} renewals, {register.Calls(CallVerdict.Good)} good calls, "
        + $"{register.Calls(CallVerdict.Expired)} expired, {register.Calls(CallVerdict.Late)} late, {register.Calls(CallVerdict.Foreign) + register.Calls(CallVerdict.Unknown)} wrong, {_book.Transients.Values.Sum()} failed for now, "
        + $"{_book.Kills} kills, {pauses} pauses, {register.Reuses.Count} families lost, {owners.Again} authorized again, {took.TotalSeconds:0} s";
}
