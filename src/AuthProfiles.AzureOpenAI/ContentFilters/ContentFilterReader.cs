using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.ContentFilters;

/// <summary>Reads the results of content filters: what is not as expected counts as not said.</summary>
internal static class ContentFilterReader
{
    public static ImmutableArray<ContentFilterCategory> Categories(JsonElement json) => Guarded(json, static json =>
    {
        var categories = ImmutableArray.CreateBuilder<ContentFilterCategory>();
        foreach (var member in json.EnumerateObject())
        {
            // Both spellings of self-harm are on the wire.
            if (Category(member.Name.Replace('-', '_'), member.Value) is { } category)
            {
                categories.Add(category);
            }
        }

        return categories.ToImmutable();
    });

    public static ContentFilterError? Error(JsonElement json) => Guarded(json, static json =>
        json.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object ? new ContentFilterError(Code(error), Text(error, "message")) : null);

    // Some versions give the lists that hit without the object around them.
    private static ContentFilterCategory? Category(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var lists = Details(value);
            return lists.Any(static list => list.Filtered is not null)
                ? new(name, lists.Any(static list => list.Filtered is true), null, null) { Details = lists }
                : null;
        }

        if (value.ValueKind != JsonValueKind.Object || Flag(value, "filtered") is not { } filtered)
        {
            return null;
        }

        var citation = value.TryGetProperty("citation", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        return new(name, filtered, Text(value, "severity"), Flag(value, "detected"))
        {
            CitationUrl = citation.ValueKind == JsonValueKind.Object ? Text(citation, "URL") ?? Text(citation, "url") : null,
            CitationLicense = citation.ValueKind == JsonValueKind.Object ? Text(citation, "license") : null,
            Details = value.TryGetProperty("details", out var details) && details.ValueKind == JsonValueKind.Array ? Details(details) : [],
        };
    }

    private static ImmutableArray<ContentFilterDetail> Details(JsonElement array) =>
    [
        .. from item in array.EnumerateArray()
           where item.ValueKind == JsonValueKind.Object
           let id = Text(item, "id")
           where id is not null
           select new ContentFilterDetail(id, Flag(item, "filtered"), Flag(item, "detected")),
    ];

    private static bool? Flag(JsonElement category, string name) =>
        category.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    private static string? Text(JsonElement category, string name) =>
        category.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // A word in some versions, a number in others.
    private static string? Code(JsonElement error) =>
        error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number ? code.GetRawText() : Text(error, "code");

    // A text that is no valid UTF-8 is found out only when it is read.
    private static T Guarded<T>(JsonElement json, Func<JsonElement, T> read)
    {
        try
        {
            return read(json);
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("A text within content filter results is none.", exception);
        }
    }
}
