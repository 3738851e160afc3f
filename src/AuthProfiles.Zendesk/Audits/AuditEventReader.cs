using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Audits;

/// <summary>Reads events of any kind.</summary>
internal static class AuditEventReader
{
    private static readonly string[] Types = ["Change", "Create", "Comment", "Notification"];

    public static AuditEvent? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        var utf8 = RawReader.Bytes(ref json);
        var members = new JsonSource(utf8, keepsUnknown: false);
        long? id = null;
        string? type = null;
        members.Read();
        while (members.NextMember(out var name))
        {
            if (name.SequenceEqual("id"u8))
            {
                id = members.Int64();
            }
            else if (name.SequenceEqual("type"u8))
            {
                type = members.Text(Types);
            }
            else
            {
                members.Skip();
            }
        }

        return new AuditEvent(id, type, new RawMembers(utf8));
    }
}
