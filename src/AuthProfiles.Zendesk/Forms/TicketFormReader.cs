using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Forms;

/// <summary>Reads ticket forms.</summary>
internal static class TicketFormReader
{
    public static TicketForm? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? position = null;
        string? called = null, rawName = null, displayName = null, rawDisplayName = null;
        IReadOnlyList<long> ticketFieldIds = [];
        IReadOnlyList<long> brandIds = [];
        bool? isActive = null, isDefault = null, isEndUserVisible = null, isInAllBrands = null;
        IReadOnlyList<FormCondition> agentConditions = [];
        IReadOnlyList<FormCondition> endUserConditions = [];
        RecordHead head = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("name"u8):
                    called = json.Text();
                    break;
                case 6 when name.SequenceEqual("active"u8):
                    isActive = json.Boolean();
                    break;
                case 7 when name.SequenceEqual("default"u8):
                    isDefault = json.Boolean();
                    break;
                case 8 when name.SequenceEqual("raw_name"u8):
                    rawName = json.Text();
                    break;
                case 8 when name.SequenceEqual("position"u8):
                    position = json.Int64();
                    break;
                case 12 when name.SequenceEqual("display_name"u8):
                    displayName = json.Text();
                    break;
                case 13 when name.SequenceEqual("in_all_brands"u8):
                    isInAllBrands = json.Boolean();
                    break;
                case 16 when name.SequenceEqual("raw_display_name"u8):
                    rawDisplayName = json.Text();
                    break;
                case 16 when name.SequenceEqual("ticket_field_ids"u8):
                    ticketFieldIds = json.Ids();
                    break;
                case 16 when name.SequenceEqual("end_user_visible"u8):
                    isEndUserVisible = json.Boolean();
                    break;
                case 16 when name.SequenceEqual("agent_conditions"u8):
                    agentConditions = json.List(FormConditionJson.Read);
                    break;
                case 19 when name.SequenceEqual("end_user_conditions"u8):
                    endUserConditions = json.List(FormConditionJson.Read);
                    break;
                case 20 when name.SequenceEqual("restricted_brand_ids"u8):
                    brandIds = json.Ids();
                    break;
                default:
                    head.Read(name, ref json);
                    break;
            }
        }

        return new TicketForm
        {
            Id = head.Id("A ticket form"),
            Name = called,
            RawName = rawName,
            DisplayName = displayName,
            RawDisplayName = rawDisplayName,
            Position = position,
            TicketFieldIds = ticketFieldIds,
            IsActive = isActive ?? false,
            IsDefault = isDefault ?? false,
            IsEndUserVisible = isEndUserVisible ?? false,
            IsInAllBrands = isInAllBrands ?? false,
            BrandIds = brandIds,
            AgentConditions = agentConditions,
            EndUserConditions = endUserConditions,
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
