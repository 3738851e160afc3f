namespace AuthProfiles.Soak.Reporting;

/// <summary>Waits by looking again, with a limit.</summary>
internal static class Until
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until something is so.</summary>
    /// <returns>False where it still was not at the end of the limit.</returns>
    public static async Task<bool> TrueAsync(Func<bool> isSo, TimeSpan limit)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            if (TimeProvider.System.GetElapsedTime(began) > limit)
            {
                return false;
            }

            await PassAsync(Pause, CancellationToken.None);
        }

        return true;
    }

    /// <summary>Lets real time pass: what is waited for happens in other processes.</summary>
    public static Task PassAsync(TimeSpan time, CancellationToken cancellationToken) => Task.Delay(time, TimeProvider.System, cancellationToken);
}
