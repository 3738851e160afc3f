using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>An image in a message.</summary>
public sealed record ChatImagePart : ChatContentPart
{
    /// <summary>Initializes a new instance of the <see cref="ChatImagePart"/> class with an address.</summary>
    /// <param name="url">An address of https, or one that holds the image (<c>data:</c>). It is sent as it is given.</param>
    public ChatImagePart(string url)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        Url = url;
    }

    /// <summary>Initializes a new instance of the <see cref="ChatImagePart"/> class with the image itself.</summary>
    /// <param name="bytes">The image. It is not copied: do not change it while requests use it.</param>
    /// <param name="mediaType">The image's kind, such as <c>image/png</c>.</param>
    /// <exception cref="ArgumentException">The media type is none.</exception>
    public ChatImagePart(ReadOnlyMemory<byte> bytes, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        Bytes = bytes;
        MediaType = JsonWrite.MediaType(mediaType);
    }

    /// <summary>Gets the address, or null where the image itself is sent.</summary>
    public string? Url { get; }

    /// <summary>Gets the image, empty where an address is sent.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Gets the image's kind, or null where an address is sent.</summary>
    public string? MediaType { get; }

    /// <summary>Gets how closely the model looks: <c>auto</c>, <c>low</c> or <c>high</c>. The set is open.</summary>
    /// <value>The default is the service's.</value>
    public string? Detail { get; init; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "image_url"u8);
        json.WriteStartObject("image_url"u8);
        if (MediaType is null)
        {
            json.WriteString("url"u8, Url);
        }
        else
        {
            JsonWrite.DataUri(json, "url"u8, MediaType, Bytes.Span);
        }

        JsonWrite.Text(json, "detail"u8, Detail);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
