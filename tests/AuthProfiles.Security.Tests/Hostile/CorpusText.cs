using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>The spelling of a corpus: printable ASCII, everything else as an escape, so that no editor and no attribute changes a byte.</summary>
/// <remarks><c>\t \r \n \0 \s</c> (space) <c>\e</c> (nothing) <c>\\ \uXXXX</c>, and <c>\{64|a}</c> for 64 times what follows.</remarks>
internal static partial class CorpusText
{
    public static string Read(string text)
    {
        var whole = Repetition().Replace(text, static found => new StringBuilder().Insert(0, found.Groups[2].Value, int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)).ToString());
        return Escape().Replace(whole, static found => found.Value[1] switch
        {
            't' => "\t",
            'r' => "\r",
            'n' => "\n",
            '0' => "\0",
            's' => " ",
            'e' => string.Empty,
            'u' => ((char)int.Parse(found.Value.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
            _ => @"\",
        });
    }

    [GeneratedRegex(@"\\\{(\d+)\|([^}]+)\}")]
    private static partial Regex Repetition();

    [GeneratedRegex(@"\\(u[0-9A-Fa-f]{4}|[trn0se\\])")]
    private static partial Regex Escape();
}
