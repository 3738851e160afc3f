using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Forms;

/// <summary>Writes forms that are made or changed.</summary>
internal static class TicketFormWriter
{
    public static void Create(Utf8JsonWriter writer, NewTicketForm form)
    {
        writer.WriteString("name"u8, form.Name);
        JsonWriting.Text(writer, "display_name"u8, form.DisplayName);
        JsonWriting.Id(writer, "position"u8, form.Position);
        JsonWriting.Ids(writer, "ticket_field_ids"u8, form.TicketFieldIds);
        JsonWriting.Flag(writer, "active"u8, form.IsActive);
        JsonWriting.Flag(writer, "default"u8, form.IsDefault);
        JsonWriting.Flag(writer, "end_user_visible"u8, form.IsEndUserVisible);
        JsonWriting.Flag(writer, "in_all_brands"u8, form.IsInAllBrands);
        JsonWriting.Ids(writer, "restricted_brand_ids"u8, form.BrandIds);
        JsonWriting.List(writer, "agent_conditions"u8, form.AgentConditions, FormConditionJson.Write);
        JsonWriting.List(writer, "end_user_conditions"u8, form.EndUserConditions, FormConditionJson.Write);
    }

    public static void Update(Utf8JsonWriter writer, TicketFormUpdate update)
    {
        JsonWriting.Text(writer, "name"u8, update.Name);
        JsonWriting.Text(writer, "display_name"u8, update.DisplayName);
        JsonWriting.Id(writer, "position"u8, update.Position);
        JsonWriting.Ids(writer, "ticket_field_ids"u8, update.TicketFieldIds);
        JsonWriting.Flag(writer, "active"u8, update.IsActive);
        JsonWriting.Flag(writer, "default"u8, update.IsDefault);
        JsonWriting.Flag(writer, "end_user_visible"u8, update.IsEndUserVisible);
        JsonWriting.Flag(writer, "in_all_brands"u8, update.IsInAllBrands);
        JsonWriting.Ids(writer, "restricted_brand_ids"u8, update.BrandIds);
        JsonWriting.List(writer, "agent_conditions"u8, update.AgentConditions, FormConditionJson.Write);
        JsonWriting.List(writer, "end_user_conditions"u8, update.EndUserConditions, FormConditionJson.Write);
    }
}
