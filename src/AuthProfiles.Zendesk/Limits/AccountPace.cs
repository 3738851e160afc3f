namespace AuthProfiles.Zendesk.Limits;

/// <summary>When an account may be called next, so that no minute has more calls than were allowed.</summary>
/// <remarks>Thread-safe; nothing is held while anybody waits. A tenth of a minute's calls may go out at once, the others follow at even distances.</remarks>
internal sealed class AccountPace
{
    /// <summary>The longest wait. Who would have to wait longer is told so at once.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    // A clock that is put back, or a reset that nobody believes, must not stop an account for good.
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(10);

    private readonly object _gate = new();
    private readonly TimeSpan _distance;
    private readonly TimeSpan _lead;
    private DateTimeOffset _next;
    private DateTimeOffset _heldUntil;

    /// <summary>Initializes a new instance of the <see cref="AccountPace"/> class.</summary>
    /// <param name="requestsPerMinute">The most calls that any minute may have: one or more.</param>
    public AccountPace(int requestsPerMinute)
    {
        var atOnce = Math.Max(1, requestsPerMinute / 10);
        _distance = TimeSpan.FromMinutes(1) / (requestsPerMinute - atOnce + 1);
        _lead = _distance * (atOnce - 1);
    }

    /// <summary>Takes a turn, unless it would be too far away.</summary>
    /// <param name="now">The time.</param>
    /// <param name="wait">How long to wait before the call, or would have to be waited.</param>
    /// <returns>True where the turn is taken.</returns>
    public bool TryTake(DateTimeOffset now, out TimeSpan wait)
    {
        lock (_gate)
        {
            Forget(now);
            var next = Later(_next, now);
            var turn = Later(next - _lead, _heldUntil);
            wait = Later(turn, now) - now;
            if (wait > LongestWait)
            {
                return false;
            }

            _next = Later(next, turn) + _distance;
            return true;
        }
    }

    /// <summary>Lets nobody call before an instant: the account's own limit is used up.</summary>
    public void Hold(DateTimeOffset now, TimeSpan wait)
    {
        lock (_gate)
        {
            _heldUntil = Later(_heldUntil, now + TimeSpan.FromTicks(Math.Min(wait.Ticks, LongestHold.Ticks)));
        }
    }

    /// <summary>Says whether nothing would be lost by beginning anew.</summary>
    public bool IsIdle(DateTimeOffset now)
    {
        lock (_gate)
        {
            return _next <= now && _heldUntil <= now;
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private void Forget(DateTimeOffset now)
    {
        _heldUntil = _heldUntil > now + LongestHold ? default : _heldUntil;
        _next = _next > now + LongestHold + LongestWait ? default : _next;
    }
}
