using System.Runtime.InteropServices;

namespace AuthProfiles.Templates;

/// <summary>Where the components of an address begin in a template's text. The text of a placeholder holds none of the characters that divide them.</summary>
/// <param name="AuthorityStart">Behind <c>://</c>, or 0 where the address begins with a placeholder for the whole origin.</param>
/// <param name="PathStart">Where the path begins, or what follows an absent one.</param>
/// <param name="QueryStart">The question mark, or the end.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UrlLayout(int AuthorityStart, int PathStart, int QueryStart)
{
    public bool BeginsWithOrigin => AuthorityStart == 0;

    public static UrlLayout Of(string text, List<TemplateToken> tokens, TemplateNames names)
    {
        var authority = tokens is [{ Start: 0 }, ..] ? 0
            : text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : throw names.Wrong("does not begin with https://. Give a whole https address.");
        var path = EndOf(text, text.AsSpan(authority).IndexOfAny('/', '?'), authority);
        var query = EndOf(text, text.AsSpan(path).IndexOf('?'), path);
        return new(authority, path, query);
    }

    public TemplatePosition PositionOf(TemplateToken token, string text)
    {
        if (token.Start < PathStart)
        {
            return TemplatePosition.Host;
        }

        if (token.Start < QueryStart)
        {
            return TemplatePosition.PathSegment;
        }

        var parameter = text.AsSpan(QueryStart + 1, token.Start - QueryStart - 1);
        return parameter[(parameter.LastIndexOf('&') + 1)..].Contains('=') ? TemplatePosition.QueryValue : TemplatePosition.QueryName;
    }

    private static int EndOf(string text, int found, int offset) => found < 0 ? text.Length : offset + found;
}
