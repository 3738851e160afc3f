using System.Text.Json;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Uploads;

/// <summary>Reads what an upload is answered with.</summary>
internal static class UploadReader
{
    public static readonly ReadValue<Upload> One = Answer.Of<Upload>("upload", Read);

    private static Upload? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? token = null;
        Attachment? attachment = null;
        IReadOnlyList<Attachment> attachments = [];
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("token"u8))
            {
                token = json.Text();
            }
            else if (name.SequenceEqual("attachment"u8))
            {
                attachment = AttachmentReader.Read(ref json);
            }
            else if (name.SequenceEqual("attachments"u8))
            {
                attachments = json.List(AttachmentReader.Read);
            }
            else
            {
                json.Unknown(ref unknown);
            }
        }

        return new Upload
        {
            Token = token is { Length: > 0 } ? token : throw new JsonException("An upload has no token."),
            Attachment = attachment,
            Attachments = attachments,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
