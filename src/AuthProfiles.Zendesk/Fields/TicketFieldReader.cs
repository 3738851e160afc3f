using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.Zendesk.Statuses;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Fields;

/// <summary>Reads ticket fields.</summary>
internal static class TicketFieldReader
{
    public static TicketField? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? position = null, subTypeId = null, creatorId = null;
        string? type = null, title = null, rawTitle = null, portalTitle = null, rawPortalTitle = null, description = null, rawDescription = null;
        string? agentDescription = null, pattern = null, tag = null, targetType = null, creatorApp = null;
        bool? isActive = null, isRequired = null, isCollapsed = null, isRequiredInPortal = null, isVisibleInPortal = null, isEditableInPortal = null;
        bool? isAgentEditable = null, isRemovable = null;
        IReadOnlyList<FieldOption> options = [];
        IReadOnlyList<FieldOption> systemOptions = [];
        IReadOnlyList<CustomStatus> customStatuses = [];
        IReadOnlyDictionary<string, JsonElement> targetFilter = ImmutableDictionary<string, JsonElement>.Empty;
        RecordHead head = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 3 when name.SequenceEqual("tag"u8):
                    tag = json.Text();
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    type = json.Text(TicketFieldType.Known);
                    break;
                case 5 when name.SequenceEqual("title"u8):
                    title = json.Text();
                    break;
                case 6 when name.SequenceEqual("active"u8):
                    isActive = json.Boolean();
                    break;
                case 8 when name.SequenceEqual("position"u8):
                    position = json.Int64();
                    break;
                case 8 when name.SequenceEqual("required"u8):
                    isRequired = json.Boolean();
                    break;
                case 9 when name.SequenceEqual("raw_title"u8):
                    rawTitle = json.Text();
                    break;
                case 9 when name.SequenceEqual("removable"u8):
                    isRemovable = json.Boolean();
                    break;
                case 11 when name.SequenceEqual("description"u8):
                    description = json.Text();
                    break;
                case 11 when name.SequenceEqual("sub_type_id"u8):
                    subTypeId = json.Int64();
                    break;
                case 14 when name.SequenceEqual("agent_can_edit"u8):
                    isAgentEditable = json.Boolean();
                    break;
                case 15 when name.SequenceEqual("title_in_portal"u8):
                    portalTitle = json.Text();
                    break;
                case 15 when name.SequenceEqual("raw_description"u8):
                    rawDescription = json.Text();
                    break;
                case 15 when name.SequenceEqual("custom_statuses"u8):
                    customStatuses = json.List(CustomStatusReader.Read);
                    break;
                case 15 when name.SequenceEqual("creator_user_id"u8):
                    creatorId = json.Int64();
                    break;
                case 16 when name.SequenceEqual("creator_app_name"u8):
                    creatorApp = json.Text();
                    break;
                case 17 when name.SequenceEqual("agent_description"u8):
                    agentDescription = json.Text();
                    break;
                case 17 when name.SequenceEqual("visible_in_portal"u8):
                    isVisibleInPortal = json.Boolean();
                    break;
                case 18 when name.SequenceEqual("required_in_portal"u8):
                    isRequiredInPortal = json.Boolean();
                    break;
                case 18 when name.SequenceEqual("editable_in_portal"u8):
                    isEditableInPortal = json.Boolean();
                    break;
                case 19 when name.SequenceEqual("raw_title_in_portal"u8):
                    rawPortalTitle = json.Text();
                    break;
                case 19 when name.SequenceEqual("relationship_filter"u8):
                    targetFilter = RawReader.Read(ref json);
                    break;
                case 20 when name.SequenceEqual("collapsed_for_agents"u8):
                    isCollapsed = json.Boolean();
                    break;
                case 20 when name.SequenceEqual("custom_field_options"u8):
                    options = json.List(FieldOptionReader.Read);
                    break;
                case 20 when name.SequenceEqual("system_field_options"u8):
                    systemOptions = json.List(FieldOptionReader.Read);
                    break;
                case 21 when name.SequenceEqual("regexp_for_validation"u8):
                    pattern = json.Text();
                    break;
                case 24 when name.SequenceEqual("relationship_target_type"u8):
                    targetType = json.Text();
                    break;
                default:
                    head.Read(name, ref json);
                    break;
            }
        }

        return new TicketField
        {
            Id = head.Id("A ticket field"),
            Type = type is null ? null : new TicketFieldType(type),
            Title = title,
            RawTitle = rawTitle,
            PortalTitle = portalTitle,
            RawPortalTitle = rawPortalTitle,
            Description = description,
            RawDescription = rawDescription,
            AgentDescription = agentDescription,
            Position = position,
            IsActive = isActive ?? false,
            IsRequired = isRequired ?? false,
            IsCollapsed = isCollapsed ?? false,
            IsRequiredInPortal = isRequiredInPortal ?? false,
            IsVisibleInPortal = isVisibleInPortal ?? false,
            IsEditableInPortal = isEditableInPortal ?? false,
            IsAgentEditable = isAgentEditable,
            IsRemovable = isRemovable,
            Pattern = pattern,
            Tag = tag,
            SubTypeId = subTypeId,
            Options = options,
            SystemOptions = systemOptions,
            CustomStatuses = customStatuses,
            TargetType = targetType,
            TargetFilter = targetFilter,
            CreatorId = creatorId,
            CreatorApp = creatorApp,
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
