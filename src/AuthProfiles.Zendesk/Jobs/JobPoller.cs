using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Jobs;

/// <summary>Looks at a job until it is at its end, or the time is.</summary>
internal sealed class JobPoller(Func<CancellationToken, Task<Job>> look, JobWaitOptions options, TimeProvider time)
{
    private const double Growth = 1.5;

    /// <summary>Waits for the job.</summary>
    /// <exception cref="TimeoutException">The job is not at its end in time. It goes on at Zendesk.</exception>
    public async Task<Job> WaitAsync(Job job, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var pause = TimeSpan.FromSeconds(1);
        var failures = 0;
        var wait = pause;
        while (!job.IsFinished)
        {
            // A wait that ends after the time is not begun.
            if (time.GetElapsedTime(start) + wait > options.Timeout)
            {
                throw new TimeoutException($"The job is not at its end after {options.Timeout}; it goes on at Zendesk. Wait again by its id, or with a longer Timeout.");
            }

            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            try
            {
                job = await look(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (Transient.Is(failure, cancellationToken))
            {
                wait = Backoff.Of(failure, failures++);
                continue;
            }

            failures = 0;
            pause = pause * Growth < options.LongestPause ? pause * Growth : options.LongestPause;
            wait = pause;
            options.Progress?.Report(job);
        }

        return job;
    }
}
