namespace AuthProfiles.Acquisition;

/// <summary>Decides when another credential is asked for.</summary>
internal sealed class RenewalRules(TimeProvider clock)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    /// <summary>A credential that was good for so long is not refused for what the one before was refused for.</summary>
    private static readonly TimeSpan RowEnds = TimeSpan.FromMinutes(5);

    public bool IsAlive(HeldCredential? held) => held?.IsAlive(clock) ?? false;

    /// <summary>Returns the failure that holds further attempts back, or null. Under the entry's gate.</summary>
    public AcquisitionFailure? HeldBack(CredentialEntry entry) =>
        entry.Failure is { } failure && clock.GetTimestamp() < failure.Until ? failure : null;

    /// <summary>Returns how long a failure still holds further attempts back.</summary>
    public TimeSpan WaitFor(AcquisitionFailure failure)
    {
        // The clock goes on between two looks at it.
        var left = clock.GetElapsedTime(clock.GetTimestamp(), failure.Until);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Says whether a refusal follows another so soon that a new credential would not help: the service refuses for another reason, such as a missing permission.</summary>
    public bool IsFutile(HeldCredential refused) =>
        refused.Refusals > 0 && Age(refused) < Pause(refused.Refusals);

    /// <summary>Returns how many refusals in a row a credential follows that replaces the refused one.</summary>
    public int CountRefusals(HeldCredential? refused) =>
        refused is null ? 0 : Age(refused) < RowEnds ? refused.Refusals + 1 : 1;

    public TimeSpan Age(HeldCredential held) => clock.GetElapsedTime(held.AcquiredAt);

    private static TimeSpan Pause(int refusals)
    {
        var pause = ShortestPause * (1 << Math.Min(refusals - 1, 10));
        return pause < LongestPause ? pause : LongestPause;
    }
}
