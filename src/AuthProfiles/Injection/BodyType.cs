using System.Net.Http.Headers;

namespace AuthProfiles.Injection;

/// <summary>What a content says about itself in its Content-Type.</summary>
internal readonly record struct BodyType(BodyKind Kind, string? Text, string? Charset, string? Boundary)
{
    /// <summary>Reads a Content-Type as it is written.</summary>
    public static BodyType Of(string? text)
    {
        if (text is null)
        {
            return default;
        }

        if (text.Equals("application/json", StringComparison.OrdinalIgnoreCase) || text.Equals("application/json; charset=utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return new(BodyKind.Json, text, Charset: null, Boundary: null);
        }

        return MediaTypeHeaderValue.TryParse(text, out var type)
            ? new(KindOf(type.MediaType!), text, Unquoted(type.CharSet), Unquoted(type.Parameters.FirstOrDefault(static p => p.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value))
            : new(BodyKind.Other, text, Charset: null, Boundary: null);
    }

    private static BodyKind KindOf(string mediaType) =>
        Is(mediaType, "application/json") || Is(mediaType, "text/json") || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase) ? BodyKind.Json
        : Is(mediaType, "application/x-www-form-urlencoded") ? BodyKind.Form
        : Is(mediaType, "multipart/form-data") ? BodyKind.Multipart
        : BodyKind.Other;

    private static bool Is(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static string? Unquoted(string? value) => value?.Trim('"');
}
