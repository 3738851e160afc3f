using AuthProfiles.Soak.Processes;
using AuthProfiles.Soak.Reporting;
using AuthProfiles.Soak.Stores;

namespace AuthProfiles.Soak.Kill;

/// <summary>One store whose writers are killed one after the other.</summary>
internal sealed class Lane(StoreLocation store, IReadOnlyList<int> sizes, int seed, FaultList faults)
{
    private const int Users = 4;

    private const int MostBefore = 8;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestAfter = TimeSpan.FromMilliseconds(15);

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, Expectation> _expectations = SoakProfile.Users(Users).ToDictionary(static user => user, static _ => new Expectation(), StringComparer.Ordinal);

    /// <summary>Gets how many writes and deletions were acknowledged.</summary>
    public long Acknowledged { get; private set; }

    /// <summary>Gets how many kills came in the middle of a write or a deletion.</summary>
    public int Interrupted { get; private set; }

    public async Task RunAsync(int cycles)
    {
        for (var cycle = 1; cycle <= cycles; cycle++)
        {
            await KillAsync(cycle);
            await CompareAsync(cycle);
        }
    }

    // After so many writes, and then at any moment.
    private async Task KillAsync(int cycle)
    {
        var before = _random.Next(MostBefore);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (begun, done) = (0, 0);
        string[] arguments = ["worker-writer", .. store.Arguments, "--users", $"{Users}", "--size", string.Join(',', sizes), "--first", $"{cycle * 1_000_000L}", "--seed", $"{_random.Next(1, int.MaxValue)}"];
        await using var writer = ChildProcess.Start(arguments, line =>
        {
            var change = Hear(line);
            begun += change;
            done += change < 0 ? 1 : 0;
            if (done >= before)
            {
                reached.TrySetResult();
            }
        });

        await reached.Task.WaitAsync(Limit, TimeProvider.System);
        await Until.PassAsync(LongestAfter * _random.NextDouble(), CancellationToken.None);
        faults.Require(!writer.HasExited, $"cycle {cycle}: the writer ended by itself");
        writer.Kill();
        await writer.WaitAsync(Limit);
        Interrupted += begun > 0 ? 1 : 0;
    }

    // Returns by how many the operations under way have grown.
    private int Hear(string line)
    {
        switch (line.Split(' '))
        {
            case ["writes", var user, var number]:
                _expectations[user].BeginWrite(long.Parse(number));
                return 1;
            case ["deletes", var user, _]:
                _expectations[user].BeginDeletion();
                return 1;
            case ["done", var user, var version]:
                _expectations[user].Acknowledge(long.Parse(version));
                Acknowledged++;
                return -1;
            default:
                return 0;
        }
    }

    // As a process that has just started sees it.
    private async Task CompareAsync(int cycle)
    {
        var opened = store.Open();
        foreach (var (user, expectation) in _expectations)
        {
            if (expectation.Compare(await opened.ReadAsync(new(SoakProfile.Name, user: user))) is { } difference)
            {
                faults.Add($"cycle {cycle}, {user}: {difference}");
            }
        }
    }
}
