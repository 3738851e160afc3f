using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Macros;

/// <summary>Reads what a macro would make of a ticket.</summary>
internal static class MacroPreviewReader
{
    public static MacroPreview? Read(ref JsonSource json)
    {
        IReadOnlyDictionary<string, JsonElement>? ticket = null;
        if (!json.BeginsObject())
        {
            return null;
        }

        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("ticket"u8))
            {
                ticket = RawReader.Read(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        return ticket is null ? null : new MacroPreview(ticket);
    }
}
