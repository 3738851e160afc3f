using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Fields;

/// <summary>Writes ticket fields that are made or changed.</summary>
internal static class TicketFieldWriter
{
    public static void Create(Utf8JsonWriter writer, NewTicketField field)
    {
        writer.WriteString("type"u8, field.Type.Value);
        writer.WriteString("title"u8, field.Title);
        JsonWriting.Text(writer, "description"u8, field.Description);
        JsonWriting.Text(writer, "agent_description"u8, field.AgentDescription);
        JsonWriting.Text(writer, "title_in_portal"u8, field.PortalTitle);
        JsonWriting.Id(writer, "position"u8, field.Position);
        JsonWriting.Flag(writer, "active"u8, field.IsActive);
        JsonWriting.Flag(writer, "required"u8, field.IsRequired);
        JsonWriting.Flag(writer, "collapsed_for_agents"u8, field.IsCollapsed);
        JsonWriting.Flag(writer, "required_in_portal"u8, field.IsRequiredInPortal);
        JsonWriting.Flag(writer, "visible_in_portal"u8, field.IsVisibleInPortal);
        JsonWriting.Flag(writer, "editable_in_portal"u8, field.IsEditableInPortal);
        JsonWriting.Text(writer, "regexp_for_validation"u8, field.Pattern);
        JsonWriting.Text(writer, "tag"u8, field.Tag);
        JsonWriting.List(writer, "custom_field_options"u8, field.Options, FieldOptionWriter.WriteItem);
        JsonWriting.Text(writer, "relationship_target_type"u8, field.TargetType);
        JsonWriting.Members(writer, field.AdditionalProperties);
    }

    public static void Update(Utf8JsonWriter writer, TicketFieldUpdate update)
    {
        JsonWriting.Text(writer, "title"u8, update.Title);
        JsonWriting.Text(writer, "description"u8, update.Description);
        JsonWriting.Text(writer, "agent_description"u8, update.AgentDescription);
        JsonWriting.Text(writer, "title_in_portal"u8, update.PortalTitle);
        JsonWriting.Id(writer, "position"u8, update.Position);
        JsonWriting.Flag(writer, "active"u8, update.IsActive);
        JsonWriting.Flag(writer, "required"u8, update.IsRequired);
        JsonWriting.Flag(writer, "collapsed_for_agents"u8, update.IsCollapsed);
        JsonWriting.Flag(writer, "required_in_portal"u8, update.IsRequiredInPortal);
        JsonWriting.Flag(writer, "visible_in_portal"u8, update.IsVisibleInPortal);
        JsonWriting.Flag(writer, "editable_in_portal"u8, update.IsEditableInPortal);
        JsonWriting.Optional(writer, "regexp_for_validation"u8, update.Pattern, JsonWriting.Text);
        JsonWriting.Optional(writer, "tag"u8, update.Tag, JsonWriting.Text);
        JsonWriting.List(writer, "custom_field_options"u8, update.Options, FieldOptionWriter.WriteItem);
        JsonWriting.Id(writer, "sub_type_id"u8, update.SubTypeId);
        JsonWriting.Members(writer, update.AdditionalProperties);
    }
}
