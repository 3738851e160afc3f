using System.Text.Json;
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

        // Zendesk's names are plain; one that is escaped is nobody's, and may be no text at all.
        var utf8 = RawReader.Bytes(ref json);
        var reader = new Utf8JsonReader(utf8);
        long? id = null;
        string? type = null;
        reader.Read();
        while (JsonReading.NextMember(ref reader))
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("id"u8))
            {
                id = JsonReading.Int64(ref reader);
            }
            else if (name.SequenceEqual("type"u8))
            {
                type = JsonReading.Text(ref reader, Types);
            }
            else
            {
                reader.Skip();
            }
        }

        return new AuditEvent(id, type, new RawMembers(utf8));
    }
}
