namespace AuthProfiles.Zendesk;

/// <summary>How to wait for a job. Immutable.</summary>
public sealed record JobWaitOptions
{
    internal static readonly JobWaitOptions Default = new();

    private readonly TimeSpan _timeout = TimeSpan.FromMinutes(10);
    private readonly TimeSpan _longestPause = TimeSpan.FromSeconds(15);

    /// <summary>Gets how long to wait in all.</summary>
    /// <value>The default is 10 minutes.</value>
    public TimeSpan Timeout
    {
        get => _timeout;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            _timeout = value;
        }
    }

    /// <summary>Gets the longest pause between two looks. The first is a second long, and each next half as long again.</summary>
    /// <value>The default is 15 seconds; the least is 1 second.</value>
    public TimeSpan LongestPause
    {
        get => _longestPause;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1));
            _longestPause = value;
        }
    }

    /// <summary>Gets what is told of each look at the job, the last included.</summary>
    /// <value>The default is null.</value>
    public IProgress<Job>? Progress { get; init; }
}
