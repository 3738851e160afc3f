using System.Text;
using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Views;

/// <summary>Reads rows, whose members are the view's own.</summary>
internal static class ViewRowReader
{
    public static ViewRow? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        ViewTicket? ticket = null;
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("ticket"u8))
            {
                ticket = ReadTicket(ref json);
            }
            else
            {
                var key = Encoding.UTF8.GetString(name);
                using var value = json.Document();
                values[key] = value.RootElement.Clone();
            }
        }

        return new ViewRow(ticket, values);
    }

    private static ViewTicket? ReadTicket(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null;
        string? subject = null, description = null, status = null, type = null, priority = null, url = null;
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case 3 when name.SequenceEqual("url"u8):
                    url = json.Text();
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    type = json.Text(TicketType.Known);
                    break;
                case 6 when name.SequenceEqual("status"u8):
                    status = json.Text(TicketStatus.Known);
                    break;
                case 7 when name.SequenceEqual("subject"u8):
                    subject = json.Text();
                    break;
                case 8 when name.SequenceEqual("priority"u8):
                    priority = json.Text(TicketPriority.Known);
                    break;
                case 11 when name.SequenceEqual("description"u8):
                    description = json.Text();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new ViewTicket
        {
            Id = id,
            Subject = subject,
            Description = description,
            Status = status is null ? null : new TicketStatus(status),
            Type = type is null ? null : new TicketType(type),
            Priority = priority is null ? null : new TicketPriority(priority),
            Url = url,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
