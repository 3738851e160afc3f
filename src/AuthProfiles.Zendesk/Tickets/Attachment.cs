using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A file that is attached to a comment. Immutable.</summary>
/// <remarks>Whoever has the address of the file may be able to read it: <see cref="object.ToString"/> does not show it.</remarks>
public sealed record Attachment
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the name of the file.</summary>
    public string? FileName { get; init; }

    /// <summary>Gets the media type.</summary>
    public string? ContentType { get; init; }

    /// <summary>Gets the size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Gets where the file is. It may be another host: send no credential there.</summary>
    public string? ContentUrl { get; init; }

    /// <summary>Gets where the file is by the account's own host name.</summary>
    public string? MappedContentUrl { get; init; }

    /// <summary>Gets the address of the record in the API. It is never followed.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the width in pixels, of an image.</summary>
    public long? Width { get; init; }

    /// <summary>Gets the height in pixels, of an image.</summary>
    public long? Height { get; init; }

    /// <summary>Gets a value indicating whether it is shown within the text.</summary>
    public bool IsInline { get; init; }

    /// <summary>Gets a value indicating whether it is deleted.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Gets what the search for malware found, such as <c>malware_not_found</c>; it comes some time after the upload.</summary>
    public string? MalwareScanResult { get; init; }

    /// <summary>Gets a value indicating whether it may be read although malware was found.</summary>
    public bool HasMalwareOverride { get; init; }

    /// <summary>Gets small images of it; empty where there are none.</summary>
    public IReadOnlyList<Attachment> Thumbnails { get; init; } = [];

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Id = {Id}, FileName = {FileName}, ContentType = {ContentType}, Size = {Size}");
        return true;
    }
}
