using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>A file in a message.</summary>
public sealed record ChatFilePart : ChatContentPart
{
    /// <summary>Initializes a new instance of the <see cref="ChatFilePart"/> class with a file that the service has.</summary>
    /// <param name="fileId">The service's id of the file.</param>
    public ChatFilePart(string fileId)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileId);
        FileId = fileId;
    }

    /// <summary>Initializes a new instance of the <see cref="ChatFilePart"/> class with the file itself.</summary>
    /// <param name="bytes">The file. It is not copied: do not change it while requests use it.</param>
    /// <param name="mediaType">The file's kind, such as <c>application/pdf</c>.</param>
    /// <param name="fileName">The file's name, which the model sees.</param>
    /// <exception cref="ArgumentException">The media type is none.</exception>
    public ChatFilePart(ReadOnlyMemory<byte> bytes, string mediaType, string fileName)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        Bytes = bytes;
        MediaType = JsonWrite.MediaType(mediaType);
        FileName = fileName;
    }

    /// <summary>Gets the service's id of the file, or null where the file itself is sent.</summary>
    public string? FileId { get; }

    /// <summary>Gets the file, empty where an id is sent.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Gets the file's kind, or null where an id is sent.</summary>
    public string? MediaType { get; }

    /// <summary>Gets the file's name, or null where an id is sent.</summary>
    public string? FileName { get; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "file"u8);
        json.WriteStartObject("file"u8);
        if (MediaType is null)
        {
            json.WriteString("file_id"u8, FileId);
        }
        else
        {
            json.WriteString("filename"u8, FileName);
            JsonWrite.DataUri(json, "file_data"u8, MediaType, Bytes.Span);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
