namespace AuthProfiles.Benchmarks.Measuring;

/// <summary>One way of doing a thing.</summary>
/// <param name="Name">What stands in the table.</param>
/// <param name="Run">Does it so many times. The loop is the case's own: a call through a delegate would count.</param>
internal sealed record Case(string Name, Func<int, Task> Run)
{
    public static Case Of(string name, Action<int> run) => new(name, calls =>
    {
        run(calls);
        return Task.CompletedTask;
    });
}
