namespace AuthProfiles.Soak.Load;

/// <summary>One connection, and what the servers know of it.</summary>
internal sealed class LoadKey(int number)
{
    /// <summary>Longer than a credential lives that replaced a refused one: the next refusal of a key is another story.</summary>
    private static readonly TimeSpan BetweenRevocations = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly long[] _lastFaults = new long[Enum.GetValues<FaultKind>().Length];
    private int _renewals;
    private long _revoked;

    public int Number => number;

    public string Tenant { get; } = $"tenant{number / LoadPlan.UsersPerTenant}";

    public string User { get; } = $"user{number % LoadPlan.UsersPerTenant}";

    public string Name => $"{Tenant}/{User}";

    /// <summary>Notes that a renewal has begun.</summary>
    /// <returns>False where another one is under way.</returns>
    public bool BeginRenewal() => Interlocked.Increment(ref _renewals) == 1;

    /// <summary>Notes that a renewal ends: before the last of its answer, because the next may follow at once.</summary>
    public void EndRenewal() => Interlocked.Decrement(ref _renewals);

    public LoadToken Issue() => new(number, TimeProvider.System.GetTimestamp());

    /// <summary>Ends all tokens that were issued so far.</summary>
    /// <returns>False where this has happened just now.</returns>
    public bool TryRevoke()
    {
        lock (_gate)
        {
            if (_revoked != 0 && TimeProvider.System.GetElapsedTime(_revoked) < BetweenRevocations)
            {
                return false;
            }

            Volatile.Write(ref _revoked, TimeProvider.System.GetTimestamp());
            return true;
        }
    }

    public bool HasRevoked(LoadToken token) => token.Issued <= Volatile.Read(ref _revoked);

    /// <summary>Notes that the key's token request met a fault.</summary>
    public void Meet(FaultKind fault) => Volatile.Write(ref _lastFaults[(int)fault], TimeProvider.System.GetTimestamp());

    /// <summary>Says whether the key's token requests have met any of the faults lately.</summary>
    public bool HasMet(ReadOnlySpan<FaultKind> faults, TimeSpan lately)
    {
        foreach (var fault in faults)
        {
            if (Volatile.Read(ref _lastFaults[(int)fault]) is var last && last != 0 && TimeProvider.System.GetElapsedTime(last) <= lately)
            {
                return true;
            }
        }

        return false;
    }
}
