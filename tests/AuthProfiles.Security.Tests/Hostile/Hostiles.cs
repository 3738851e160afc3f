using FsCheck;
using FsCheck.Fluent;

namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>Makes values of the kind that the corpora hold: their own, parts of them joined, changed in a place, and any text at all.</summary>
internal static class Hostiles
{
    private static readonly string[] Pieces =
    [
        "a", "Z", "0", "-", "acme", "INFO", "i", ".", "..", "/", "//", "\\", "?", "#", "@", ":", "%", "%2e", "%2f", "%00", "[", "]", "{", "}", "{{", "}}", "&", "=", ";", "+", ",", " ", "\t", "\r", "\n",
        "\r\n", "\0", "\u007F", "\u0085", "\u00AD", "\u200B", "\u202E", "\u2028", "\u3002", "\uFF0E", "\uFF0F", "\u00FC", "\u0130", "\u0131", "\u010D\u010A", "\u212A", "\U0001F600", "\uD83D", "\uDE00",
        "evil.com", "localhost", "127.0.0.1", "[::1]", "https://", "xn--", "_", "*", "'", "\"", "<", ">", "|", "^", "`", "~", "!", "$", "(", ")",
    ];

    /// <summary>Returns a seeded run of so many values: long enough to meet every piece, short enough for seconds.</summary>
    public static Config Runs(int count) => Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20261121, 9);

    /// <summary>Returns values around one column of a corpus.</summary>
    public static Arbitrary<string> Around(string corpus, int column)
    {
        var known = Corpus.Rows(corpus).Select(row => row[column]).Where(static value => value.Length < 300).Distinct(StringComparer.Ordinal).ToArray();
        var joined = Gen.Elements(Pieces).ArrayOf().Select(static pieces => string.Concat(pieces.Take(6)));
        var changed = Gen.Elements(known).SelectMany(value => Gen.Choose(0, value.Length).SelectMany(place => Gen.Elements(Pieces).Select(piece => value.Insert(place, piece))));
        var any = Gen.Choose(1, 0x2FF).Select(static value => (char)value).ArrayOf().Select(static text => new string(text));
        return Gen.Frequency((2, Gen.Elements(known)), (3, joined), (4, changed), (1, any)).ToArbitrary();
    }
}
