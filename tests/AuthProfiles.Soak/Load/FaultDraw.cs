namespace AuthProfiles.Soak.Load;

/// <summary>Chooses faults at random. Thread-safe.</summary>
internal sealed class FaultDraw(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Returns one of the faults in ten of a hundred times, else null.</summary>
    public FaultKind? Next(ReadOnlySpan<FaultKind> faults)
    {
        lock (_random)
        {
            return _random.Next(100) < LoadPlan.FaultsInHundred ? faults[_random.Next(faults.Length)] : null;
        }
    }
}
