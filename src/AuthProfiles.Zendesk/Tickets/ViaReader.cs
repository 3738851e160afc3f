using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Reads the channel out of the object <c>via</c>; the rest of it depends on the channel and is left.</summary>
internal static class ViaReader
{
    public static string? ReadChannel(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        string? channel = null;
        while (JsonReading.NextMember(ref reader))
        {
            var isChannel = reader.ValueTextEquals("channel"u8);
            reader.Read();
            if (isChannel)
            {
                channel = JsonReading.Text(ref reader, TicketChannel.Known);
            }
            else
            {
                reader.Skip();
            }
        }

        return channel;
    }
}
