namespace AuthProfiles.Diagnostics;

/// <summary>Finds the known name that a misspelt one probably meant.</summary>
internal static class Suggestion
{
    /// <summary>Returns " Did you mean 'name'?" for the nearest known name, or nothing where none is near.</summary>
    public static string For(string unknown, IEnumerable<string> known)
    {
        var nearest = known.Where(name => Distance(unknown, name) <= Math.Max(2, name.Length / 3)).MinBy(name => Distance(unknown, name));
        return nearest is null ? string.Empty : $" Did you mean '{nearest}'?";
    }

    private static int Distance(string left, string right)
    {
        if (left.Length > 64 || right.Length > 64)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
