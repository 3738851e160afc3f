using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Statuses;

/// <summary>Reads the account's own statuses.</summary>
internal static class CustomStatusReader
{
    public static CustomStatus? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null;
        string? category = null, agentLabel = null, rawAgentLabel = null, endUserLabel = null, rawEndUserLabel = null, description = null;
        string? rawDescription = null, endUserDescription = null, rawEndUserDescription = null;
        bool? isActive = null, isDefault = null;
        DateTimeOffset? createdAt = null, updatedAt = null;
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case 6 when name.SequenceEqual("active"u8):
                    isActive = json.Boolean();
                    break;
                case 7 when name.SequenceEqual("default"u8):
                    isDefault = json.Boolean();
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = json.Time();
                    break;
                case 10 when name.SequenceEqual("updated_at"u8):
                    updatedAt = json.Time();
                    break;
                case 11 when name.SequenceEqual("agent_label"u8):
                    agentLabel = json.Text();
                    break;
                case 11 when name.SequenceEqual("description"u8):
                    description = json.Text();
                    break;
                case 14 when name.SequenceEqual("end_user_label"u8):
                    endUserLabel = json.Text();
                    break;
                case 15 when name.SequenceEqual("status_category"u8):
                    category = json.Text(TicketStatus.Known);
                    break;
                case 15 when name.SequenceEqual("raw_agent_label"u8):
                    rawAgentLabel = json.Text();
                    break;
                case 15 when name.SequenceEqual("raw_description"u8):
                    rawDescription = json.Text();
                    break;
                case 18 when name.SequenceEqual("raw_end_user_label"u8):
                    rawEndUserLabel = json.Text();
                    break;
                case 20 when name.SequenceEqual("end_user_description"u8):
                    endUserDescription = json.Text();
                    break;
                case 24 when name.SequenceEqual("raw_end_user_description"u8):
                    rawEndUserDescription = json.Text();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new CustomStatus
        {
            Id = id ?? throw new JsonException("A status has no id."),
            Category = category is null ? null : new TicketStatus(category),
            AgentLabel = agentLabel,
            RawAgentLabel = rawAgentLabel,
            EndUserLabel = endUserLabel,
            RawEndUserLabel = rawEndUserLabel,
            Description = description,
            RawDescription = rawDescription,
            EndUserDescription = endUserDescription,
            RawEndUserDescription = rawEndUserDescription,
            IsActive = isActive ?? false,
            IsDefault = isDefault ?? false,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
