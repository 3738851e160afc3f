namespace AuthProfiles.Injection;

/// <summary>Finds a name in <c>a=1&amp;b=2</c>, the text of a query and of a form, without changing a byte of it.</summary>
internal readonly struct EncodedPairs
{
    private EncodedPairs(List<Range>? found, bool equal)
    {
        Found = found;
        IsEqual = equal;
    }

    /// <summary>Gets where the pairs of that name are, in order, or null if there is none.</summary>
    public IReadOnlyList<Range>? Found { get; }

    /// <summary>Gets a value indicating whether there is exactly one pair of that name and it has the value.</summary>
    public bool IsEqual { get; }

    /// <summary>Looks for a name; names and values compare decoded, so <c>%6bey</c> is <c>key</c> and a plus is a space.</summary>
    public static EncodedPairs Find(ReadOnlySpan<char> text, string key, string value)
    {
        // A name that is there shows its own text, or is encoded.
        if (text.IndexOf(key.AsSpan()) < 0 && !text.ContainsAny('%', '+'))
        {
            return default;
        }

        List<Range>? found = null;
        var equal = false;
        for (var start = 0; start < text.Length;)
        {
            var length = text[start..].IndexOf('&');
            var pair = length < 0 ? text[start..] : text.Slice(start, length);
            var equals = pair.IndexOf('=');
            if (pair.Length > 0 && Means(equals < 0 ? pair : pair[..equals], key))
            {
                equal = found is null && Means(equals < 0 ? default : pair[(equals + 1)..], value);
                (found ??= []).Add(start..(start + pair.Length));
            }

            start += pair.Length + 1;
        }

        return new(found, equal);
    }

    private static bool Means(ReadOnlySpan<char> encoded, string text) =>
        encoded.ContainsAny('%', '+')
            ? string.Equals(Uri.UnescapeDataString(encoded.ToString().Replace('+', ' ')), text, StringComparison.Ordinal)
            : encoded.SequenceEqual(text);
}
