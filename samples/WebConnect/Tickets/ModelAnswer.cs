using System.Diagnostics.CodeAnalysis;

namespace WebConnect.Tickets;

/// <summary>Reads "a sentence, then a line with the priority". Only what is expected is believed: the answer depends on what a stranger wrote.</summary>
internal static class ModelAnswer
{
    private static readonly string[] Priorities = ["urgent", "high", "normal", "low"];

    public static bool TryParse(string? text, [NotNullWhen(true)] out string? summary, [NotNullWhen(true)] out string? priority)
    {
        (summary, priority) = (null, null);
        string[] lines = [.. (text ?? string.Empty).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (lines.Length < 2 || !lines[^1].Contains("priority", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        summary = string.Join(' ', lines[..^1]);
        var words = lines[^1].Split([' ', ':', '.', '*', '"'], StringSplitOptions.RemoveEmptyEntries);
        priority = Array.Find(Priorities, known => words.Contains(known, StringComparer.OrdinalIgnoreCase));
        return priority is not null;
    }
}
