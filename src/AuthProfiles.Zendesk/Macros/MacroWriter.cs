using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Macros;

/// <summary>Writes macros that are made or changed.</summary>
internal static class MacroWriter
{
    public static void Create(Utf8JsonWriter writer, NewMacro macro)
    {
        writer.WriteString("title"u8, macro.Title);
        JsonWriting.List(writer, "actions"u8, macro.Actions, MacroActionJson.Write);
        JsonWriting.Text(writer, "description"u8, macro.Description);
        JsonWriting.Flag(writer, "active"u8, macro.IsActive);
        MacroRestrictionJson.Write(writer, "restriction"u8, macro.Restriction);
    }

    public static void Update(Utf8JsonWriter writer, MacroUpdate update)
    {
        JsonWriting.Text(writer, "title"u8, update.Title);
        JsonWriting.List(writer, "actions"u8, update.Actions, MacroActionJson.Write);
        JsonWriting.Optional(writer, "description"u8, update.Description, JsonWriting.Text);
        JsonWriting.Flag(writer, "active"u8, update.IsActive);
        JsonWriting.Optional(writer, "restriction"u8, update.Restriction, MacroRestrictionJson.Write);
    }

    public static void Change(Utf8JsonWriter writer, MacroChange change)
    {
        writer.WriteNumber("id"u8, change.Id);
        JsonWriting.Flag(writer, "active"u8, change.IsActive);
        JsonWriting.Id(writer, "position"u8, change.Position);
    }
}
