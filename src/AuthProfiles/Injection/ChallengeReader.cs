using System.Buffers;
using System.Text;
using AuthProfiles.Credentials;

namespace AuthProfiles.Injection;

/// <summary>Reads the challenges of one line of <c>WWW-Authenticate</c> (RFC 9110, section 11.6.1), in one pass over any text.</summary>
/// <remarks>Commas part challenges as well as their parameters: a name before an equals sign is a parameter, any other a scheme.</remarks>
internal ref struct ChallengeReader
{
    private const int LongestLine = 32 * 1024;
    private const int MostChallenges = 64;
    private const int MostParameters = 64;

    private static readonly SearchValues<char> Token68Characters =
        SearchValues.Create("-._~+/0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private readonly List<KeyValuePair<string, string>> _parameters = [];
    private ReadOnlySpan<char> _rest;
    private string? _scheme;
    private string? _token68;

    private ChallengeReader(ReadOnlySpan<char> line) => _rest = line;

    /// <summary>Adds the challenges of a line.</summary>
    public static void Read(string line, List<AuthorizationChallenge> found)
    {
        if (line.Length <= LongestLine)
        {
            new ChallengeReader(line).ReadAll(found);
        }
    }

    private void ReadAll(List<AuthorizationChallenge> found)
    {
        while (found.Count < MostChallenges)
        {
            _rest = _rest.TrimStart(" \t,");
            if (_rest.IsEmpty)
            {
                break;
            }

            var name = Take(FieldRules.TokenCharacters);
            if (name.IsEmpty)
            {
                SkipElement();
            }
            else if (TryTakeEqualsSign())
            {
                ReadParameter(name.ToString());
            }
            else
            {
                Finish(found);
                _scheme = name.ToString();
                _token68 = TakeToken68();
            }
        }

        Finish(found);
    }

    private void Finish(List<AuthorizationChallenge> found)
    {
        if (_scheme is not null && found.Count < MostChallenges)
        {
            found.Add(new(_scheme, _token68, _parameters));
        }

        (_scheme, _token68) = (null, null);
        _parameters.Clear();
    }

    private void ReadParameter(string name)
    {
        var value = _rest is ['"', ..] ? TakeQuoted() : TakeUnquoted();

        // One before any scheme belongs to nothing.
        if (value is not null && _scheme is not null && _parameters.Count < MostParameters)
        {
            _parameters.Add(new(name, value));
        }
    }

    private ReadOnlySpan<char> Take(SearchValues<char> characters)
    {
        var end = _rest.IndexOfAnyExcept(characters);
        return TakeTo(end < 0 ? _rest.Length : end);
    }

    private ReadOnlySpan<char> TakeTo(int end)
    {
        var taken = _rest[..end];
        _rest = _rest[end..];
        return taken;
    }

    private bool TryTakeEqualsSign()
    {
        var rest = _rest.TrimStart(" \t");
        if (rest is not ['=', ..])
        {
            return false;
        }

        _rest = rest[1..].TrimStart(" \t");
        return true;
    }

    // It stands alone after the scheme: "Negotiate abc==" has one, and "Digest nonce=abc" has not.
    private string? TakeToken68()
    {
        var before = _rest;
        _rest = _rest.TrimStart(' ');
        var start = _rest;
        var length = Take(Token68Characters).Length;
        var padding = _rest.Length - _rest.TrimStart('=').Length;
        _rest = _rest[padding..];
        if (length > 0 && _rest.TrimStart(" \t") is [] or [',', ..])
        {
            return start[..(length + padding)].ToString();
        }

        _rest = before;
        return null;
    }

    // Many services leave the quotes out where the grammar wants them, so whatever is neither a space nor a comma is taken.
    private string TakeUnquoted()
    {
        var end = _rest.IndexOfAny(" \t,");
        return TakeTo(end < 0 ? _rest.Length : end).ToString();
    }

    // Null where the end is missing: the text may have been cut.
    private string? TakeQuoted()
    {
        var end = QuotedEnd(_rest);
        if (end < 0)
        {
            _rest = [];
            return null;
        }

        var text = TakeTo(end)[1..^1];
        if (_rest is not ([] or [' ' or '\t' or ',', ..]))
        {
            SkipElement();
        }

        return text.Contains('\\') ? Unescape(text) : text.ToString();
    }

    // Whatever stands before the next comma that is not in quotes.
    private void SkipElement()
    {
        while (_rest is not ([] or [',', ..]))
        {
            var length = _rest[0] == '"' ? QuotedEnd(_rest) : 1;
            _rest = length < 0 ? [] : _rest[length..];
        }
    }

    // Returns where a quoted text ends, behind its closing quote, or -1.
    private static int QuotedEnd(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    return i + 1;
                case '\\':
                    i++;
                    break;
            }
        }

        return -1;
    }

    private static string Unescape(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(text[text[i] == '\\' ? ++i : i]);
        }

        return plain.ToString();
    }
}
