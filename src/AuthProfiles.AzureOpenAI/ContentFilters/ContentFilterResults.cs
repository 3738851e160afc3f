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

    /// <summary>Gets a value indicating whether there is nothing in it, as with most pieces that hold no text.</summary>
    internal bool IsEmpty => _utf8.Length <= 2;

    /// <summary>Reads the categories that say whether they withheld content; any other member is only in <see cref="ToJson"/>.</summary>
    /// <returns>The categories in the order of the service.</returns>
    /// <exception cref="JsonException">The text is no JSON object, or a text in it is none.</exception>
    public ImmutableArray<ContentFilterCategory> ReadCategories() => ContentFilterReader.Categories(Object());

    /// <summary>Reads why the filters gave no results.</summary>
    /// <returns>The error, or null where the filters worked.</returns>
    /// <exception cref="JsonException">The text is no JSON object, or a text in it is none.</exception>
    public ContentFilterError? ReadError() => ContentFilterReader.Error(Object());

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

    private JsonElement Object() =>
        ToJson() is { ValueKind: JsonValueKind.Object } json ? json : throw new JsonException("Content filter results are no object.");
}
