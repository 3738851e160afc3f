namespace AuthProfiles.Testing.Zendesk;

/// <summary>A term of a search: a word or a phrase, or a property compared with a value.</summary>
/// <param name="Property">The property; empty for a word.</param>
/// <param name="Operator"><c>:</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c>; empty for a word.</param>
/// <param name="Value">The value, without quotes.</param>
/// <param name="IsNegated">Whether a minus stands before it.</param>
internal sealed record SearchTerm(string Property, string Operator, string Value, bool IsNegated)
{
    public static IReadOnlyList<SearchTerm> ParseAll(string query) => [.. Split(query).Select(Parse)];

    /// <summary>Compares by rank; a negative rank stands for a value that there is none of.</summary>
    public bool Holds(long left, long right) => left >= 0 && right >= 0 && Operator switch
    {
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        ">=" => left >= right,
        _ => left == right,
    };

    private static SearchTerm Parse(string text)
    {
        var negated = text.Length > 1 && text[0] == '-';
        var term = negated ? text[1..] : text;
        var at = term.AsSpan().IndexOfAny(":<>");
        if (at <= 0 || term[0] == '"')
        {
            return new SearchTerm(string.Empty, string.Empty, term.Trim('"'), negated);
        }

        var end = at + 1 < term.Length && term[at] != ':' && term[at + 1] == '=' ? at + 2 : at + 1;
        return new SearchTerm(term[..at].ToLowerInvariant(), term[at..end], term[end..].Trim('"'), negated);
    }

    private static IEnumerable<string> Split(string query)
    {
        var (start, quoted) = (0, false);
        for (var i = 0; i <= query.Length; i++)
        {
            if (i == query.Length || (!quoted && char.IsWhiteSpace(query[i])))
            {
                if (i > start)
                {
                    yield return query[start..i];
                }

                start = i + 1;
            }
            else if (query[i] == '"')
            {
                quoted = !quoted;
            }
        }
    }
}
