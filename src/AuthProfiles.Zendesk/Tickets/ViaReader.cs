using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Reads the object <c>via</c>.</summary>
internal static class ViaReader
{
    /// <summary>Reads the channel, and the source where it tells anything.</summary>
    public static TicketChannel? Read(ref JsonSource json, out ViaSource? source)
    {
        source = null;
        if (!json.BeginsObject())
        {
            return null;
        }

        string? channel = null;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("channel"u8))
            {
                channel = json.Text(TicketChannel.Known);
            }
            else if (name.SequenceEqual("source"u8))
            {
                source = ReadSource(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        return channel is null ? null : new TicketChannel(channel);
    }

    private static ViaSource? ReadSource(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? relation = null;
        ViaParty? from = null, to = null;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("rel"u8))
            {
                relation = json.SharedText();
            }
            else if (name.SequenceEqual("from"u8))
            {
                from = ReadParty(ref json);
            }
            else if (name.SequenceEqual("to"u8))
            {
                to = ReadParty(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        // Most channels send the objects empty.
        return relation is null && from is null && to is null ? null : new ViaSource { Relation = relation, From = from, To = to };
    }

    private static ViaParty? ReadParty(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null;
        string? title = null, called = null, address = null;
        while (json.NextMember(out var name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case var _ when name.SequenceEqual("name"u8):
                    called = json.SharedText();
                    break;
                case var _ when name.SequenceEqual("address"u8):
                    address = json.SharedText();
                    break;
                case var _ when name.SequenceEqual("title"u8):
                    title = json.SharedText();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return id is null && called is null && address is null && title is null ? null : new ViaParty(id, called, address, title);
    }
}
