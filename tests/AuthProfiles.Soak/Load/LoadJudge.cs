using AuthProfiles.Soak.Reporting;

namespace AuthProfiles.Soak.Load;

/// <summary>Says what was kept of a load's promises, and prints what was done to it.</summary>
internal sealed class LoadJudge(LoadBook book, FaultList faults)
{
    private const int Keys = LoadPlan.Tenants * LoadPlan.UsersPerTenant;

    public Verdict Judge(LoadPlan plan, TimeSpan took, long growth, int unobserved)
    {
        var allowed = AllowedTokenCalls(took);
        Print();
        faults.Require(book.Requests(RequestVerdict.Good) >= plan.Requests, $"the service saw {book.Requests(RequestVerdict.Good)} requests of {plan.Requests} in {took.TotalSeconds:0} s");
        Require(RequestVerdict.Missing, "came without a credential");
        Require(RequestVerdict.Foreign, "carried another key's credential");
        Require(RequestVerdict.Expired, "carried a token that had ended long before");
        faults.Require(book.Elsewhere == 0, $"{book.Elsewhere} requests followed a redirect to another origin");
        faults.Require(book.Duplicates == 0, $"{book.Duplicates} renewals began while another one of the same key was under way");
        faults.Require(book.TokenCalls <= allowed, $"there were {book.TokenCalls} token requests, and {allowed} are explained");
        faults.Require(growth < LoadPlan.MostGrowth, $"the heap has grown by {growth:N0} bytes");
        faults.Require(book.HasEveryFault, "not every kind of fault has happened, so nothing was shown of them");
        return new(
            $"load, seed {plan.Seed}: {book.Requests(RequestVerdict.Good)} authorized requests for {Keys} keys, {book.Requests(RequestVerdict.Missing)} without a credential, {book.Requests(RequestVerdict.Foreign)} with another key's, "
            + $"{book.TokenCalls} of at most {allowed} token requests, {book.Duplicates} duplicate renewals, {book.Calls(CallOutcome.Unexplained)} unexplained ends, {unobserved} unobserved exceptions, "
            + $"heap {growth / 1024.0 / 1024.0:+0.0;-0.0;0.0} MiB, {took.TotalSeconds:0} s",
            faults.All);
    }

    // One for each key and lifetime, and one for what ended a token or made an answer useless. A jump of the clock may end all tokens.
    private long AllowedTokenCalls(TimeSpan took) =>
        (long)(Keys * ((took / LoadPlan.RenewedAfter) + 1) * 1.01) + book.TokenFaults + book.Faults(FaultKind.Revoked) + (book.Faults(FaultKind.ClockJump) * Keys);

    private void Require(RequestVerdict verdict, string what) => faults.Require(book.Requests(verdict) == 0, $"{book.Requests(verdict)} requests {what}");

    private void Print()
    {
        Console.WriteLine("Faults:   " + string.Join(", ", Enum.GetValues<FaultKind>().Select(kind => $"{kind} {book.Faults(kind)}")));
        Console.WriteLine("Requests: " + string.Join(", ", Enum.GetValues<RequestVerdict>().Select(verdict => $"{verdict} {book.Requests(verdict)}")));
        Console.WriteLine("Calls:    " + string.Join(", ", Enum.GetValues<CallOutcome>().Select(outcome => $"{outcome} {book.Calls(outcome)}")));
    }
}
