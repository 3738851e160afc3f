using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace AuthProfiles.Connections;

/// <summary>The patterns of fields, each made once. They match in a time that grows with the value and no faster.</summary>
internal static class FieldPattern
{
    // Patterns come from declarations and settings, never from a request.
    private static readonly ConcurrentDictionary<string, Regex> Known = new(StringComparer.Ordinal);

    /// <summary>Says whether a text can be a pattern.</summary>
    public static bool IsValid(string pattern)
    {
        try
        {
            // By itself first: a parenthesis too many would close ours.
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            Of(pattern);
            return true;
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Says whether a whole value fits.</summary>
    public static bool Fits(string pattern, string value) => Of(pattern).IsMatch(value);

    private static Regex Of(string pattern) => Known.GetOrAdd(pattern, static pattern => new($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
}
