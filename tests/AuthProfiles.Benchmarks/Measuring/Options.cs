using System.Globalization;

namespace AuthProfiles.Benchmarks.Measuring;

/// <summary>What the command line asks for.</summary>
/// <param name="Gates">Whether a broken promise fails the program.</param>
/// <param name="Slack">What limits on time ratios are multiplied by.</param>
/// <param name="Filter">The ids of the goals to measure; none means all.</param>
internal sealed record Options(bool Gates, double Slack, IReadOnlyList<string> Filter)
{
    public const string Usage = "Usage: AuthProfiles.Benchmarks [--gate] [--slack 1.3] [--filter G1,G5]";

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
                    break;
                case "--slack" when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var slack) && slack >= 1:
                    options = options with { Slack = slack };
                    i++;
                    break;
                case "--filter" when value is not null:
                    options = options with { Filter = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) };
                    i++;
                    break;
                default:
                    return null;
            }
        }

        return options;
    }

    public bool Asks(string goal) => Filter.Count == 0 || Filter.Contains(goal, StringComparer.OrdinalIgnoreCase);
}
