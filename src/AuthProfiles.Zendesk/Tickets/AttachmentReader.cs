using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Reads the files attached to a comment.</summary>
internal static class AttachmentReader
{
    public static readonly ReadValue<Attachment> One = Answer.Of<Attachment>("attachment", Read);

    private static readonly string[] ScanResults = ["malware_not_found", "malware_found", "failed_to_scan", "not_scanned"];

    public static Attachment? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null, size = null;
        string? fileName = null, contentType = null, contentUrl = null, mappedUrl = null, scan = null, url = null;
        long? width = null, height = null;
        bool? isInline = null, isDeleted = null, mayOverride = null;
        IReadOnlyList<Attachment> thumbnails = [];
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
                case 4 when name.SequenceEqual("name"u8):
                    // Pictures of users have it under this name in the documentation.
                    fileName = json.Text() is { } called ? fileName ?? called : fileName;
                    break;
                case 9 when name.SequenceEqual("file_name"u8):
                    fileName = json.Text();
                    break;
                case 11 when name.SequenceEqual("content_url"u8):
                    contentUrl = json.Text();
                    break;
                case 12 when name.SequenceEqual("content_type"u8):
                    contentType = json.Text();
                    break;
                case 3 when name.SequenceEqual("url"u8):
                    url = json.Text();
                    break;
                case 5 when name.SequenceEqual("width"u8):
                    width = json.Int64();
                    break;
                case 6 when name.SequenceEqual("height"u8):
                    height = json.Int64();
                    break;
                case 6 when name.SequenceEqual("inline"u8):
                    isInline = json.Boolean();
                    break;
                case 7 when name.SequenceEqual("deleted"u8):
                    isDeleted = json.Boolean();
                    break;
                case 10 when name.SequenceEqual("thumbnails"u8):
                    thumbnails = json.List(Read);
                    break;
                case 18 when name.SequenceEqual("mapped_content_url"u8):
                    mappedUrl = json.Text();
                    break;
                case 19 when name.SequenceEqual("malware_scan_result"u8):
                    scan = json.Text(ScanResults);
                    break;
                case 23 when name.SequenceEqual("malware_access_override"u8):
                    mayOverride = json.Boolean();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return id is not { } known ? null : new Attachment
        {
            Id = known,
            Size = size,
            FileName = fileName,
            ContentType = contentType,
            ContentUrl = contentUrl,
            MappedContentUrl = mappedUrl,
            Url = url,
            Width = width,
            Height = height,
            IsInline = isInline ?? false,
            IsDeleted = isDeleted ?? false,
            MalwareScanResult = scan,
            HasMalwareOverride = mayOverride ?? false,
            Thumbnails = thumbnails,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
