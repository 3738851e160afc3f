using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.DataSources;

/// <summary>Which fields of a search index hold what.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record AzureSearchFields
{
    /// <summary>Gets the field of the title.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the field of the address.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the field of the file's path.</summary>
    public string? FilePath { get; init; }

    /// <summary>Gets the fields of the text.</summary>
    public ImmutableArray<string> Content { get; init; } = [];

    /// <summary>Gets what is put between the fields of the text.</summary>
    public string? ContentSeparator { get; init; }

    /// <summary>Gets the fields of the text's vectors.</summary>
    public ImmutableArray<string> Vectors { get; init; } = [];

    /// <summary>Gets the fields of the images' vectors.</summary>
    public ImmutableArray<string> ImageVectors { get; init; } = [];

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("fields_mapping"u8);
        JsonWrite.Text(json, "title_field"u8, Title);
        JsonWrite.Text(json, "url_field"u8, Url);
        JsonWrite.Text(json, "filepath_field"u8, FilePath);
        JsonWrite.Texts(json, "content_fields"u8, Content);
        JsonWrite.Text(json, "content_fields_separator"u8, ContentSeparator);
        JsonWrite.Texts(json, "vector_fields"u8, Vectors);
        JsonWrite.Texts(json, "image_vector_fields"u8, ImageVectors);
        json.WriteEndObject();
    }
}
