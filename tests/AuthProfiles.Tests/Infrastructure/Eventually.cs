namespace AuthProfiles.Tests.Infrastructure;

/// <summary>Waits for what happens in other threads, without a clock of the test's.</summary>
internal static class Eventually
{
    public static Task HoldsAsync(Func<bool> condition) => HoldsAsync(() => Task.FromResult(condition()));

    public static async Task HoldsAsync(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 10_000 && !await condition(); i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }

        Assert.That(await condition(), Is.True);
    }
}
