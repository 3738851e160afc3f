namespace AuthProfiles.Acquisition;

/// <summary>A credential as the source holds it, with its times and the connection that it belongs to.</summary>
/// <remarks>
/// Its identity is its version: a refusal names the object that was refused. Its times are kept on the monotonic clock, which no setting of
/// the wall clock moves. That clock may stand still while the machine sleeps, so once in a second the wall clock is looked at too: what
/// either of them calls spent is spent. One of a stored connection is also looked at again in the store every five minutes.
/// </remarks>
internal sealed class HeldCredential
{
    /// <summary>A time that never comes.</summary>
    public const long Never = long.MaxValue;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ReadEvery = TimeSpan.FromMinutes(5);

    private readonly TargetAddress _address;
    private readonly DateTimeOffset _acquired;
    private readonly long _due;
    private long _softExpiry;
    private long _goodUntil;

    /// <summary>Initializes a new instance of the <see cref="HeldCredential"/> class for a credential that has just arrived.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="target">Its connection.</param>
    /// <param name="clock">The time.</param>
    /// <param name="refusals">How many in a row the service had refused before.</param>
    /// <param name="setBack">How far the wall clock was set back while the credential was on its way: its end may be by the clock as it was.</param>
    public HeldCredential(Credential credential, ConnectionTarget target, TimeProvider clock, int refusals = 0, TimeSpan setBack = default)
    {
        Credential = credential;
        Target = target;
        _address = target.Address;
        Refusals = refusals;
        AcquiredAt = clock.GetTimestamp();
        _acquired = clock.GetUtcNow();
        (_due, HardExpiry) = Lifetime.From(credential.ExpiresAt, clock, AcquiredAt, setBack);
        Looked(clock);
    }

    public Credential Credential { get; }

    public ConnectionTarget Target { get; }

    /// <summary>Gets how many credentials in a row the service had refused before this one.</summary>
    public int Refusals { get; }

    public long AcquiredAt { get; }

    /// <summary>Gets when a renewal or a look into the store begins in the background.</summary>
    public long SoftExpiry => Volatile.Read(ref _softExpiry);

    /// <summary>Gets when the credential is no longer used.</summary>
    public long HardExpiry { get; }

    /// <summary>Says whether the credential may go to an address. Asked at every send: the target itself is left where it lies in memory.</summary>
    public bool Allows(Uri address) => _address.Allows(address);

    /// <summary>Says whether the credential is used without a thought of another.</summary>
    public bool IsGood(TimeProvider clock)
    {
        var until = Volatile.Read(ref _goodUntil);
        return until == Never || clock.GetTimestamp() < until || LooksGood(clock);
    }

    /// <summary>Says whether the credential may still be used, be it while another one is on its way.</summary>
    public bool IsAlive(TimeProvider clock) => IsBefore(HardExpiry, clock);

    /// <summary>Says whether the credential is to be replaced, and not only looked at.</summary>
    public bool IsDue(TimeProvider clock) => !IsBefore(_due, clock);

    /// <summary>Notes that the store still has the connection that the credential is of.</summary>
    public void Looked(TimeProvider clock)
    {
        var now = clock.GetTimestamp();
        Volatile.Write(ref _softExpiry, Target.Stored is null ? _due : Math.Min(_due, now + Lifetime.Ticks(ReadEvery, clock)));
        Volatile.Write(ref _goodUntil, SoftExpiry == Never ? Never : NextLook(now, clock));
    }

    private bool LooksGood(TimeProvider clock)
    {
        if (!IsBefore(SoftExpiry, clock))
        {
            return false;
        }

        Volatile.Write(ref _goodUntil, NextLook(clock.GetTimestamp(), clock));
        return true;
    }

    private bool IsBefore(long end, TimeProvider clock) =>
        end == Never || (clock.GetTimestamp() < end && clock.GetUtcNow() - _acquired < clock.GetElapsedTime(AcquiredAt, end));

    private long NextLook(long now, TimeProvider clock) => Math.Min(SoftExpiry, now + Lifetime.Ticks(LookEvery, clock));
}
