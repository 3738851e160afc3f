using System.Text;

namespace AuthProfiles.Verification;

/// <summary>Replaces what stands behind a name like a secret's in any text: JSON that is broken or inside a string, a form, XML, a sentence.</summary>
internal static class NamedSecrets
{
    private const string Around = "\"'\\ \t\r\n";
    private const string Between = ":=>";
    private const string Ends = "\"'\\ \t\r\n&,;}])<";

    public static string Redact(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var name = at + Length(text, at, static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');
            if (name == at)
            {
                result.Append(text[at++]);
                continue;
            }

            var value = SecretNames.Contains(text.AsSpan(at, name - at)) ? ValueBehind(text, name) : name;
            result.Append(text, at, value - at);
            at = value;
            if (value > name && EndOf(text, at) is var end && end > at)
            {
                result.Append(KnownSecrets.Mark);
                at = end;
            }
        }

        return result.ToString();
    }

    // Where there is no sign of a value, the name's own end.
    private static int ValueBehind(string text, int name)
    {
        var sign = name + Length(text, name, Around.Contains);
        return sign < text.Length && Between.Contains(text[sign], StringComparison.Ordinal)
            ? sign + 1 + Length(text, sign + 1, Around.Contains)
            : name;
    }

    // The scheme of an Authorization header belongs to its value. A structure, or a mark that is there already, is left.
    private static int EndOf(string text, int at)
    {
        if (at == text.Length || text[at] is '[' or '{')
        {
            return at;
        }

        foreach (var scheme in (ReadOnlySpan<string>)["Bearer ", "Basic "])
        {
            if (string.Compare(text, at, scheme, 0, scheme.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                at += scheme.Length;
            }
        }

        return at + Length(text, at, static character => !Ends.Contains(character, StringComparison.Ordinal));
    }

    private static int Length(string text, int from, Func<char, bool> belongs)
    {
        var at = from;
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        return at - from;
    }
}
