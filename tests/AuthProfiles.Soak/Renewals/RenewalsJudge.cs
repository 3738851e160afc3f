using AuthProfiles.Soak.Reporting;
using AuthProfiles.Soak.Server;

namespace AuthProfiles.Soak.Renewals;

/// <summary>Says which promises a run has broken.</summary>
internal sealed class RenewalsJudge(RenewalPlan plan, FamilyRegister register, WorkerBook book, Owners owners, FaultList faults)
{
    public async Task JudgeAsync(IConnectionStore store, IEnumerable<string> users)
    {
        JudgeLosses();
        JudgeCalls();
        foreach (var user in users)
        {
            var stored = await store.ReadAsync(new(SoakProfile.Name, user: user));
            faults.Require(register.IsCurrent(stored?.Connection.Grant?.RefreshToken?.Reveal()), $"what the store has of {user} in the end is not the newest that the server gave");
        }
    }

    private void JudgeLosses()
    {
        foreach (var reuse in register.Reuses)
        {
            var first = reuse.First;
            faults.Require(IsUnavoidable(first), $"family {first.Family} of {reuse.User} is lost: {first.Worker} had redeemed generation {first.Generation}, and {reuse.Worker} sent it again");

            // The word of it may have died with its worker, and the owner's new consent shows it then.
            var told = book.Ended.GetValueOrDefault(first.Family);
            faults.Require(told <= 1, $"the end of family {first.Family} was written {told} times");
        }

        var losses = register.Reuses.Count;
        faults.Require(owners.Again == losses, $"{losses} families were lost, and {owners.Again} times an owner was asked to authorize again");

        // Whoever has read the connection before its end was written may ask once more.
        faults.Require(register.Refusals <= losses * plan.Processes, $"{losses} lost families were asked for {register.Refusals} times");
    }

    // Whoever was killed before they could say that the answer is durable may have never had it.
    private bool IsUnavoidable(Redemption first) => book.IsKilled(first.Worker) && !book.IsWritten(first.Family, first.Generation + 1);

    private void JudgeCalls()
    {
        var wrong = register.Calls(CallVerdict.Foreign) + register.Calls(CallVerdict.Unknown);
        faults.Require(wrong == 0, $"{wrong} calls carried a token that is not their user's");
        faults.Require(register.Calls(CallVerdict.Good) > 0, "no call carried a good token");

        // A call of a process that was paused on its way arrives late.
        faults.Require(plan.Kills || register.Calls(CallVerdict.Expired) == 0, $"{register.Calls(CallVerdict.Expired)} calls carried an expired token");
        foreach (var failure in book.Failures.Where(failure => !plan.Kills || !failure.Contains(" refused ", StringComparison.Ordinal)))
        {
            faults.Add(failure);
        }

        foreach (var (reason, count) in book.Transients)
        {
            faults.Require(plan.Kills, $"{count} calls failed for now: {reason}");
        }
    }
}
