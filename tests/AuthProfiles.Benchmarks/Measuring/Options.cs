using System.Globalization;

namespace AuthProfiles.Benchmarks.Measuring;

/// <summary>What the command line asks for.</summary>
/// <param name="Gates">Whether a broken promise fails the program.</param>
/// <param name="Slack">What limits on time ratios are multiplied by.</param>
/// <param name="Filter">The ids of the goals to measure; none means all.</param>
internal sealed record Options(bool Gates, double Slack, IReadOnlyList<string> Filter)
{
    public const string Usage = "Usage: AuthProfiles.Benchmarks [--gate] [--slack 1.3] [--filter G1,G5] [--peers [--rounds 21] [--write docs/performance.md]]";

    /// <summary>Gets a value indicating whether what others offer is measured too.</summary>
    public bool Peers { get; init; }

    /// <summary>Gets in how many rounds it is.</summary>
    public int Rounds { get; init; } = 21;

    /// <summary>Gets the page that is written of all that is measured, or null for none.</summary>
    public string? Page { get; init; }

    public static Options? Read(ReadOnlySpan<string> arguments)
    {
        var options = new Options(Gates: false, Slack: 1, Filter: []);
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--gate":
                    options = options with { Gates = true };
                    continue;
                case "--peers":
                    options = options with { Peers = true };
                    continue;
                case "--slack" when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var slack) && slack >= 1:
                    options = options with { Slack = slack };
                    break;
                case "--rounds" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds >= 1:
                    options = options with { Rounds = rounds };
                    break;
                case "--filter" when value is not null:
                    options = options with { Filter = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) };
                    break;
                case "--write" when value is not null:
                    options = options with { Page = value };
                    break;
                default:
                    return null;
            }

            i++;
        }

        return options.Page is null || options.Peers ? options : null;
    }

    public bool Asks(string goal) => Filter.Count == 0 || Filter.Contains(goal, StringComparer.OrdinalIgnoreCase);
}
