namespace AuthProfiles.Templates;

/// <summary>Reads an address template and gives every placeholder its place.</summary>
internal static class UrlTemplateParser
{
    public static (TemplateBody Body, UrlLayout Layout) Parse(string? text, TemplateNames names)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw names.Wrong("is missing. Give an https address.");
        }

        if (text.Length > TemplateLimits.Url)
        {
            throw names.Wrong($"is longer than {TemplateLimits.Url} characters. Give a shorter address.");
        }

        CheckCharacters(text, names);
        var tokens = TemplateSyntax.Read(text, names);
        var layout = UrlLayout.Of(text, tokens, names);
        var authority = new AuthorityTemplate(text, tokens, layout, names);
        if (DotSegment.IsIn(text.AsSpan(layout.PathStart, layout.QueryStart - layout.PathStart)))
        {
            throw names.Wrong("has a dot segment in its path. Write the path that is meant.");
        }

        var slots = TemplateSyntax.NamesOf(tokens);
        var parts = TemplateSyntax.PartsOf(text, tokens, slots, token => layout.PositionOf(token, text) switch
        {
            TemplatePosition.PathSegment => SegmentPlaceOf(token, text, layout, names),
            TemplatePosition.QueryName => token.Declared.Shape!.QueryName,
            TemplatePosition.QueryValue => token.Declared.Shape!.QueryValue,
            _ => authority.PlaceOf(token),
        });
        return (new(text, slots, parts, names.WithoutNames(), TemplateLimits.Url), layout);
    }

    // Uri escapes, folds or drops the others; and half a percent escape could be completed by a value.
    private static void CheckCharacters(string text, TemplateNames names)
    {
        if (text.AsSpan().ContainsAnyExceptInRange('!', '~') || text.Contains('\\', StringComparison.Ordinal))
        {
            throw names.Wrong("has a space, a backslash, a control or a non-ASCII character. Percent-encode it.");
        }

        if (text.Contains('#', StringComparison.Ordinal))
        {
            throw names.Wrong("has a fragment ('#'), which is never sent. Leave it out, or write %23.");
        }

        for (var percent = text.IndexOf('%', StringComparison.Ordinal); percent >= 0; percent = text.IndexOf('%', percent + 1))
        {
            if (percent + 2 >= text.Length || !char.IsAsciiHexDigit(text[percent + 1]) || !char.IsAsciiHexDigit(text[percent + 2]))
            {
                throw names.Wrong($"has '%' at character {percent + 1} without two hexadecimal digits. Write %25.");
            }
        }
    }

    private static Place SegmentPlaceOf(TemplateToken token, string text, UrlLayout layout, TemplateNames names)
    {
        var shape = token.Declared.Shape!;
        var isAlone = text[token.Start - 1] == '/' && (token.End == layout.QueryStart || text[token.End] == '/');
        return isAlone || !shape.FillsSegment
            ? shape.Segment
            : throw names.Wrong($"has {token.Declared.Name} within a path segment. Its declared shape needs a slash before and behind it.");
    }
}
