using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Suspended;

/// <summary>Reads copies of files.</summary>
internal static class SuspendedUploadReader
{
    public static SuspendedUpload? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? token = null;
        IReadOnlyList<Attachment> attachments = [];
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("token"u8))
            {
                token = json.Text();
            }
            else if (name.SequenceEqual("attachments"u8))
            {
                attachments = json.List(AttachmentReader.Read);
            }
            else
            {
                json.Skip();
            }
        }

        return new SuspendedUpload(token, attachments);
    }
}
