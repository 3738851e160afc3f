using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Macros;

/// <summary>Reads the files of macros.</summary>
internal static class MacroAttachmentReader
{
    public static MacroAttachment? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null, size = null;
        string? fileName = null, contentType = null, contentUrl = null;
        DateTimeOffset? createdAt = null;
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case 4 when name.SequenceEqual("size"u8):
                    size = json.Int64();
                    break;
                case 8 when name.SequenceEqual("filename"u8):
                    fileName = json.Text();
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = json.Time();
                    break;
                case 11 when name.SequenceEqual("content_url"u8):
                    contentUrl = json.Text();
                    break;
                case 12 when name.SequenceEqual("content_type"u8):
                    contentType = json.Text();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new MacroAttachment
        {
            Id = id ?? throw new JsonException("A file of a macro has no id."),
            FileName = fileName,
            ContentType = contentType,
            ContentUrl = contentUrl,
            Size = size,
            CreatedAt = createdAt,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
