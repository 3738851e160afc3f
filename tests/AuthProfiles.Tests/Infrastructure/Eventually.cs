namespace AuthProfiles.Tests.Infrastructure;

/// <summary>Waits for what happens in other threads, without a clock of the test's.</summary>
internal static class Eventually
{
    public static async Task HoldsAsync(Func<bool> condition)
    {
        for (var i = 0; i < 10_000 && !condition(); i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }

        Assert.That(condition(), Is.True);
    }
}
