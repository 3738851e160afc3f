using AuthProfiles.Soak.Reporting;

namespace AuthProfiles.Soak.Load;

/// <summary>Looks at how much memory is in use when nothing is under way.</summary>
internal static class HeapGauge
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>Waits until the memory in use is no more than the limit, because connections and handlers of the past go by timers.</summary>
    /// <returns>The bytes after the last collection.</returns>
    public static async Task<long> ReadAsync(long limit, TimeSpan patience)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            await Until.PassAsync(Rest, CancellationToken.None);
            var bytes = Collect();
            if (bytes <= limit || TimeProvider.System.GetElapsedTime(began) > patience)
            {
                return bytes;
            }
        }
    }

    private static long Collect()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
