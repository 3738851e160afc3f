using AuthProfiles.Testing.Zendesk;

namespace AuthProfiles.Testing;

/// <summary>The jobs of a local Zendesk account, which do by and by what is asked for many tickets.</summary>
/// <remarks>
/// Thread-safe. A job is queued for the first half of <see cref="Duration"/> and works for the second; at its end it is carried out, item by item, and items may
/// fail in a job that is completed. Thirty may be queued or working, one more is refused with 429. A job is kept for an hour after its end.
/// </remarks>
public sealed class LocalJobs
{
    private const int MostAtOnce = 30;

    private static readonly TimeSpan s_kept = TimeSpan.FromHours(1);

    private readonly object _gate;
    private readonly List<LocalJob> _jobs = [];
    private readonly TimeProvider _clock;
    private TimeSpan _duration = TimeSpan.FromSeconds(1);
    private string? _nextOutcome;
    private int _asked;

    /// <summary>Initializes a new instance of the <see cref="LocalJobs"/> class.</summary>
    /// <param name="gate">What the account's requests take turns by, since a job changes what they read.</param>
    /// <param name="clock">The clock.</param>
    internal LocalJobs(object gate, TimeProvider clock)
    {
        _gate = gate;
        _clock = clock;
    }

    /// <summary>Gets or sets how long the jobs take that are asked for from now on.</summary>
    /// <value>The default is one second. With zero a job is at its end when it is first looked at.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan Duration
    {
        get
        {
            lock (_gate)
            {
                return _duration;
            }
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            lock (_gate)
            {
                _duration = value;
            }
        }
    }

    /// <summary>Gets how many jobs were asked for, those that ended long ago included.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _asked;
            }
        }
    }

    /// <summary>Makes the next job that is asked for break off at the end of its time: nothing of it is carried out.</summary>
    /// <param name="killed">True for a job that somebody stopped (<c>killed</c>), false for one that broke off by itself (<c>failed</c>).</param>
    public void FailNext(bool killed = false)
    {
        lock (_gate)
        {
            _nextOutcome = killed ? LocalJob.Killed : LocalJob.Failed;
        }
    }

    /// <summary>Begins a job, unless there are too many.</summary>
    internal LocalJob? Begin(string type, int total, JobWork work)
    {
        lock (_gate)
        {
            Settle();
            var now = _clock.GetUtcNow();
            if (_jobs.Count(job => !job.IsFinished) >= MostAtOnce)
            {
                return null;
            }

            var job = new LocalJob(++_asked, type, total, now, _duration, work, _nextOutcome);
            _nextOutcome = null;
            _jobs.Add(job);
            return job;
        }
    }

    internal LocalJob? Find(string id)
    {
        lock (_gate)
        {
            return _jobs.Find(job => string.Equals(job.Id, id, StringComparison.Ordinal));
        }
    }

    internal IReadOnlyList<LocalJob> All()
    {
        lock (_gate)
        {
            return [.. _jobs];
        }
    }

    /// <summary>Carries out what is due, the earliest end first, and forgets what ended an hour ago.</summary>
    internal void Settle()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            foreach (var job in _jobs.OrderBy(static job => job.End))
            {
                job.FinishIfDue(now);
            }

            _jobs.RemoveAll(job => job.IsFinished && now - job.End >= s_kept);
        }
    }
}
