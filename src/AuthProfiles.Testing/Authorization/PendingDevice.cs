namespace AuthProfiles.Testing.Authorization;

/// <summary>A device that waits for its user (RFC 8628).</summary>
internal sealed class PendingDevice(string userCode, GrantedAccess access, DateTimeOffset expiresAt)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private TimeSpan _interval = Interval;
    private DateTimeOffset? _polledAt;

    public string UserCode => userCode;

    public GrantedAccess Access { get; private set; } = access;

    public DateTimeOffset ExpiresAt { get; private set; } = expiresAt;

    public DeviceDecision Decision { get; private set; }

    public bool IsUsed { get; set; }

    public bool IsPending(DateTimeOffset now) => Decision == DeviceDecision.Pending && now < ExpiresAt;

    public void Approve(string userName) => (Decision, Access) = (DeviceDecision.Approved, Access with { UserName = userName });

    public void Deny() => Decision = DeviceDecision.Denied;

    public void Expire() => ExpiresAt = DateTimeOffset.MinValue;

    /// <summary>Says whether the interval is over; if not, it grows by five seconds for good (section 3.5).</summary>
    public bool MayPoll(DateTimeOffset now)
    {
        var isEarly = now - _polledAt < _interval;
        _polledAt = now;
        _interval += isEarly ? Interval : TimeSpan.Zero;
        return !isEarly;
    }
}
