namespace AuthProfiles.Soak.Load;

/// <summary>Counts what happened. Thread-safe.</summary>
internal sealed class LoadBook
{
    private readonly long[] _faults = new long[Enum.GetValues<FaultKind>().Length];
    private readonly long[] _requests = new long[Enum.GetValues<RequestVerdict>().Length];
    private readonly long[] _calls = new long[Enum.GetValues<CallOutcome>().Length];
    private long _tokenCalls;
    private long _tokenFaults;
    private long _duplicates;
    private long _elsewhere;

    /// <summary>Gets how many token requests have come.</summary>
    public long TokenCalls => Volatile.Read(ref _tokenCalls);

    /// <summary>Gets how many of them met a fault.</summary>
    public long TokenFaults => Volatile.Read(ref _tokenFaults);

    /// <summary>Gets how many came while another one of the same key was under way.</summary>
    public long Duplicates => Volatile.Read(ref _duplicates);

    /// <summary>Gets how many requests came to the origin that redirects lead to.</summary>
    public long Elsewhere => Volatile.Read(ref _elsewhere);

    /// <summary>Gets a value indicating whether each kind of fault has happened, and more than once: making the first handlers is no fault.</summary>
    public bool HasEveryFault => Enum.GetValues<FaultKind>().All(kind => Faults(kind) > 1);

    public long Faults(FaultKind kind) => Volatile.Read(ref _faults[(int)kind]);

    public long Requests(RequestVerdict verdict) => Volatile.Read(ref _requests[(int)verdict]);

    public long Calls(CallOutcome outcome) => Volatile.Read(ref _calls[(int)outcome]);

    public void Add(FaultKind kind) => Interlocked.Increment(ref _faults[(int)kind]);

    public void Add(RequestVerdict verdict) => Interlocked.Increment(ref _requests[(int)verdict]);

    public void Add(CallOutcome outcome) => Interlocked.Increment(ref _calls[(int)outcome]);

    public void AddTokenCall() => Interlocked.Increment(ref _tokenCalls);

    public void AddTokenFault(FaultKind kind)
    {
        Add(kind);
        Interlocked.Increment(ref _tokenFaults);
    }

    public void AddDuplicate() => Interlocked.Increment(ref _duplicates);

    public void AddElsewhere() => Interlocked.Increment(ref _elsewhere);
}
