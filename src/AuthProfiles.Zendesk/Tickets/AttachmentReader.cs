using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Reads the files attached to a comment.</summary>
internal static class AttachmentReader
{
    public static Attachment? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        long? id = null, size = null;
        string? fileName = null, contentType = null, contentUrl = null;
        while (JsonReading.NextMember(ref reader))
        {
            var name = JsonReading.Name(ref reader);
            reader.Read();
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = JsonReading.Int64(ref reader);
                    break;
                case 4 when name.SequenceEqual("size"u8):
                    size = JsonReading.Int64(ref reader);
                    break;
                case 9 when name.SequenceEqual("file_name"u8):
                    fileName = JsonReading.Text(ref reader);
                    break;
                case 11 when name.SequenceEqual("content_url"u8):
                    contentUrl = JsonReading.Text(ref reader);
                    break;
                case 12 when name.SequenceEqual("content_type"u8):
                    contentType = JsonReading.Text(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return id is { } known
            ? new Attachment { Id = known, Size = size, FileName = fileName, ContentType = contentType, ContentUrl = contentUrl }
            : null;
    }
}
