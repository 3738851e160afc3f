using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Fields;

/// <summary>Writes the options of fields.</summary>
internal static class FieldOptionWriter
{
    public static void Write(Utf8JsonWriter writer, NewFieldOption option)
    {
        JsonWriting.Id(writer, "id"u8, option.Id);
        writer.WriteString("name"u8, option.Name);
        writer.WriteString("value"u8, option.Value);
        JsonWriting.Id(writer, "position"u8, option.Position);
        JsonWriting.Flag(writer, "default"u8, option.IsDefault);
    }

    /// <summary>Writes one of a list.</summary>
    public static void WriteItem(Utf8JsonWriter writer, NewFieldOption option)
    {
        writer.WriteStartObject();
        Write(writer, option);
        writer.WriteEndObject();
    }
}
