using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Statuses;

/// <summary>Writes statuses that are made or changed.</summary>
internal static class CustomStatusWriter
{
    public static void Create(Utf8JsonWriter writer, NewCustomStatus status)
    {
        writer.WriteString("status_category"u8, status.Category.Value);
        writer.WriteString("agent_label"u8, status.AgentLabel);
        JsonWriting.Text(writer, "end_user_label"u8, status.EndUserLabel);
        JsonWriting.Text(writer, "description"u8, status.Description);
        JsonWriting.Text(writer, "end_user_description"u8, status.EndUserDescription);
        JsonWriting.Flag(writer, "active"u8, status.IsActive);
    }

    public static void Update(Utf8JsonWriter writer, CustomStatusUpdate update)
    {
        JsonWriting.Text(writer, "agent_label"u8, update.AgentLabel);
        JsonWriting.Text(writer, "end_user_label"u8, update.EndUserLabel);
        JsonWriting.Text(writer, "description"u8, update.Description);
        JsonWriting.Text(writer, "end_user_description"u8, update.EndUserDescription);
        JsonWriting.Flag(writer, "active"u8, update.IsActive);
    }
}
