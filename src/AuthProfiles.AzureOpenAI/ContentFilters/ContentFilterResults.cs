using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.ContentFilters;

/// <summary>What the content filters said about a prompt or an answer, as the service sent it.</summary>
/// <remarks>Immutable and thread-safe. It is kept as text and read when it is asked for, because most programs never ask.</remarks>
public sealed class ContentFilterResults
{
    private readonly ReadOnlyMemory<byte> _utf8;

    /// <summary>Initializes a new instance of the <see cref="ContentFilterResults"/> class.</summary>
    /// <param name="utf8">A JSON object. It is not copied.</param>
    public ContentFilterResults(ReadOnlyMemory<byte> utf8) => _utf8 = utf8;

    /// <summary>Reads the categories that say whether they withheld content; any other member is only in <see cref="ToJson"/>.</summary>
    /// <returns>The categories in the order of the service.</returns>
    /// <exception cref="JsonException">The text is no JSON object.</exception>
    public ImmutableArray<ContentFilterCategory> ReadCategories()
    {
        var categories = ImmutableArray.CreateBuilder<ContentFilterCategory>();
        var json = ToJson();
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("Content filter results are no object.");
        }

        foreach (var member in json.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object && Flag(member.Value, "filtered") is { } filtered)
            {
                // Both spellings of self-harm are on the wire.
                categories.Add(new(member.Name.Replace('-', '_'), filtered, Text(member.Value, "severity"), Flag(member.Value, "detected")));
            }
        }

        return categories.ToImmutable();
    }

    /// <summary>Parses the text.</summary>
    /// <returns>The JSON object.</returns>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public JsonElement ToJson()
    {
        using var document = JsonDocument.Parse(_utf8);
        return document.RootElement.Clone();
    }

    /// <summary>Returns the JSON as the service sent it.</summary>
    /// <returns>The JSON text.</returns>
    public override string ToString() => Encoding.UTF8.GetString(_utf8.Span);

    private static bool? Flag(JsonElement category, string name) =>
        category.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    private static string? Text(JsonElement category, string name) =>
        category.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
