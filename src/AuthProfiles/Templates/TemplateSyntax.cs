namespace AuthProfiles.Templates;

/// <summary>Finds the placeholders of a text: <c>{name}</c> and <c>{{name}}</c>. Everything else is literal.</summary>
internal static class TemplateSyntax
{
    /// <summary>Returns the placeholders in their order; an unknown name or an unclosed <c>{{</c> is an error.</summary>
    public static List<TemplateToken> Read(string text, TemplateNames names)
    {
        var tokens = new List<TemplateToken>();
        for (var brace = text.IndexOf('{', StringComparison.Ordinal); brace >= 0;)
        {
            var isField = text.AsSpan(brace).StartsWith("{{");
            var width = isField ? 2 : 1;
            var rest = text.AsSpan(brace + width);
            var name = rest[..NameLength(rest)];
            var end = brace + width;
            if (!name.IsEmpty && rest[name.Length..].StartsWith(isField ? "}}" : "}"))
            {
                end += name.Length + width;
                if (TokenOf(text, brace, end, name, names) is { } token)
                {
                    tokens.Add(token);
                }
            }
            else if (isField)
            {
                throw names.Wrong($"has '{{{{' at character {brace + 1}, and no name with '}}}}' follows. Write {{{{name}}}} without spaces; in an address a literal brace is %7B.");
            }

            brace = text.IndexOf('{', end);
        }

        return tokens;
    }

    /// <summary>Returns how many characters at the start are a name: a letter or '_', then letters, digits, '_' and '-'.</summary>
    public static int NameLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && IsNameCharacter(text[length], length))
        {
            length++;
        }

        return length;
    }

    /// <summary>Returns the names in the order of their first appearance, each once.</summary>
    public static TemplateName[] NamesOf(List<TemplateToken> tokens) => [.. tokens.Select(static token => token.Declared.Name).Distinct()];

    /// <summary>Divides the text into literals and values.</summary>
    public static TemplatePart[] PartsOf(string text, List<TemplateToken> tokens, TemplateName[] names, Func<TemplateToken, Place> placeOf)
    {
        if (tokens.Count == 0)
        {
            // Text without placeholders is its own expansion, and ten thousand profiles need not keep it twice.
            return [];
        }

        var parts = new TemplatePart[tokens.Count + 1];
        var start = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            parts[i] = new(start, token.Start - start, Array.IndexOf(names, token.Declared.Name), placeOf(token));
            start = token.End;
        }

        parts[^1] = new(start, text.Length - start, Slot: -1, Place: null);
        return parts;
    }

    // A GUID in single braces may begin with a letter and is no name; a path parameter's name stays for the injector.
    private static TemplateToken? TokenOf(string text, int start, int end, ReadOnlySpan<char> name, TemplateNames names)
    {
        var isField = text[start + 1] == '{';
        if (!isField && GuidText.IsGuid(name))
        {
            return null;
        }

        var declared = names.Find(name, isField) ?? throw names.Unknown(text[start..end]);
        return declared.Shape is null ? null : new(start, end, declared);
    }

    private static bool IsNameCharacter(char character, int index) =>
        char.IsAsciiLetter(character) || character == '_' || (index > 0 && (char.IsAsciiDigit(character) || character == '-'));
}
