using System.Diagnostics;
using AuthProfiles.Benchmarks.Goals;
using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Peers;

namespace AuthProfiles.Benchmarks;

/// <summary>Measures what the library promises about speed and memory, and fails where a promise is broken.</summary>
internal static class Program
{
    private const int Attempts = 3;

    // What tests/aot/run leaves behind.
    private const string NativeFigures = "artifacts/aot.md";

    private static async Task<int> Main(string[] arguments)
    {
        if (Options.Read(arguments) is not { } options)
        {
            await Console.Error.WriteLineAsync(Options.Usage);
            return 2;
        }

        var start = Stopwatch.GetTimestamp();
        var table = new Table(Console.Out, options.Slack);
        var rows = new List<Row>();
        table.Begin();
        foreach (var goal in Wanted(options).Where(goal => options.Asks(goal.Id)))
        {
            foreach (var row in await MeasureAsync(goal, options))
            {
                table.Write(row);
                rows.Add(row);
            }
        }

        if (options.Page is { } page)
        {
            await File.WriteAllTextAsync(page, Page.Write(rows, File.Exists(NativeFigures) ? await File.ReadAllTextAsync(NativeFigures) : null));
        }

        var broken = rows.Count(row => !row.Passes(options.Slack));
        Console.WriteLine();
        Console.WriteLine($"{(broken == 0 ? "Every promise is kept" : $"{broken} lines break a promise")}; {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s on {Environment.ProcessorCount} processors, .NET {Environment.Version}.");
        return options.Gates && broken > 0 ? 1 : 0;
    }

    // The page has all that there is; the peers alone are the tables in which they stand.
    private static IEnumerable<IGoal> Wanted(Options options) =>
        !options.Peers ? Goals()
        : options.Page is null ? [.. Peers(options.Rounds), new ChatCall(), new StreamedChat(), new Embeddings()]
        : [.. Peers(options.Rounds), .. Goals()];

    private static IEnumerable<IGoal> Peers(int rounds) => [new CallsInMemory(rounds), new CallsOnLoopback(rounds), new TokenSources(rounds), new ColdCallers(rounds)];

    private static IEnumerable<IGoal> Goals() =>
    [
        new WarmCallInMemory(),
        new WarmCallOnLoopback(),
        new WarmSource(),
        new TenantViews(),
        new Stampede(),
        new StampedeOfTenants(),
        new LiveRenewal(),
        new PayloadInjection(),
        new ChatCall(),
        new StreamedChat(),
        new Embeddings(),
        new ZendeskCall(),
        new ZendeskPages(),
        new UrlTemplates(),
        new QueryInjection(),
        new ManyProfiles(),
        new RepeatedCall(),
        new StoredConnections(),
    ];

    // A busy machine slows one side of a ratio now and then: the best of three is the library's own.
    private static async Task<IReadOnlyList<Row>> MeasureAsync(IGoal goal, Options options)
    {
        var rows = await goal.MeasureAsync();
        for (var attempt = 1; attempt < Attempts && (options.Gates || options.Page is not null) && rows.Any(row => row.IsTooSlow(options.Slack)); attempt++)
        {
            rows = [.. rows.Zip(await goal.MeasureAsync(), static (first, second) => first.Or(second))];
        }

        return rows;
    }
}
