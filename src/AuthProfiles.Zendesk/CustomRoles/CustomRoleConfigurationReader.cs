using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.CustomRoles;

/// <summary>Reads what agents of a role may do.</summary>
internal static class CustomRoleConfigurationReader
{
    public static CustomRoleConfiguration? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        bool? canAssignToAnyGroup = null, canChat = null, canReadRestrictedForums = null, canManageGroups = null;
        bool? isLightAgent = null, canManageBusinessRules = null, canManageWorkspaces = null;
        bool? canManageDynamicContent = null, canManageChannels = null, canManageFacebook = null;
        bool? canManageOrganizationFields = null, canManageTicketFields = null, canManageTicketForms = null;
        bool? canManageUserFields = null, canModerateForums = null, canEditOrganizations = null;
        bool? canEditOrganizationNotes = null, canCreateSideConversations = null, canDeleteTickets = null;
        bool? canEditTickets = null, canMergeTickets = null, canEditTicketTags = null, canSearchTwitter = null;
        bool? canViewDeletedTickets = null, canTakeCalls = null, canViewCallDashboard = null;
        string? endUserLists = null, endUserProfiles = null, explore = null, helpCenter = null, macros = null, reports = null;
        string? tickets = null, ticketComments = null, customerLists = null, views = null;
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 11 when name.SequenceEqual("chat_access"u8):
                    canChat = json.Boolean();
                    break;
                case 11 when name.SequenceEqual("light_agent"u8):
                    isLightAgent = json.Boolean();
                    break;
                case 11 when name.SequenceEqual("view_access"u8):
                    views = json.Text();
                    break;
                case 12 when name.SequenceEqual("forum_access"u8):
                    helpCenter = json.Text();
                    break;
                case 12 when name.SequenceEqual("group_access"u8):
                    canManageGroups = json.Boolean();
                    break;
                case 12 when name.SequenceEqual("macro_access"u8):
                    macros = json.Text();
                    break;
                case 12 when name.SequenceEqual("ticket_merge"u8):
                    canMergeTickets = json.Boolean();
                    break;
                case 12 when name.SequenceEqual("voice_access"u8):
                    canTakeCalls = json.Boolean();
                    break;
                case 13 when name.SequenceEqual("report_access"u8):
                    reports = json.Text();
                    break;
                case 13 when name.SequenceEqual("ticket_access"u8):
                    tickets = json.Text();
                    break;
                case 14 when name.SequenceEqual("explore_access"u8):
                    explore = json.Text();
                    break;
                case 14 when name.SequenceEqual("ticket_editing"u8):
                    canEditTickets = json.Boolean();
                    break;
                case 15 when name.SequenceEqual("manage_facebook"u8):
                    canManageFacebook = json.Boolean();
                    break;
                case 15 when name.SequenceEqual("moderate_forums"u8):
                    canModerateForums = json.Boolean();
                    break;
                case 15 when name.SequenceEqual("ticket_deletion"u8):
                    canDeleteTickets = json.Boolean();
                    break;
                case 16 when name.SequenceEqual("user_view_access"u8):
                    customerLists = json.Text();
                    break;
                case 18 when name.SequenceEqual("manage_user_fields"u8):
                    canManageUserFields = json.Boolean();
                    break;
                case 18 when name.SequenceEqual("ticket_tag_editing"u8):
                    canEditTicketTags = json.Boolean();
                    break;
                case 19 when name.SequenceEqual("manage_ticket_forms"u8):
                    canManageTicketForms = json.Boolean();
                    break;
                case 20 when name.SequenceEqual("end_user_list_access"u8):
                    endUserLists = json.Text();
                    break;
                case 20 when name.SequenceEqual("manage_ticket_fields"u8):
                    canManageTicketFields = json.Boolean();
                    break;
                case 20 when name.SequenceEqual("organization_editing"u8):
                    canEditOrganizations = json.Boolean();
                    break;
                case 20 when name.SequenceEqual("view_deleted_tickets"u8):
                    canViewDeletedTickets = json.Boolean();
                    break;
                case 21 when name.SequenceEqual("manage_business_rules"u8):
                    canManageBusinessRules = json.Boolean();
                    break;
                case 21 when name.SequenceEqual("ticket_comment_access"u8):
                    ticketComments = json.Text();
                    break;
                case 21 when name.SequenceEqual("twitter_search_access"u8):
                    canSearchTwitter = json.Boolean();
                    break;
                case 22 when name.SequenceEqual("manage_dynamic_content"u8):
                    canManageDynamicContent = json.Boolean();
                    break;
                case 22 when name.SequenceEqual("voice_dashboard_access"u8):
                    canViewCallDashboard = json.Boolean();
                    break;
                case 23 when name.SequenceEqual("end_user_profile_access"u8):
                    endUserProfiles = json.Text();
                    break;
                case 24 when name.SequenceEqual("side_conversation_create"u8):
                    canCreateSideConversations = json.Boolean();
                    break;
                case 26 when name.SequenceEqual("manage_organization_fields"u8):
                    canManageOrganizationFields = json.Boolean();
                    break;
                case 26 when name.SequenceEqual("organization_notes_editing"u8):
                    canEditOrganizationNotes = json.Boolean();
                    break;
                case 27 when name.SequenceEqual("assign_tickets_to_any_group"u8):
                    canAssignToAnyGroup = json.Boolean();
                    break;
                case 28 when name.SequenceEqual("manage_contextual_workspaces"u8):
                    canManageWorkspaces = json.Boolean();
                    break;
                case 30 when name.SequenceEqual("manage_extensions_and_channels"u8):
                    canManageChannels = json.Boolean();
                    break;
                case 31 when name.SequenceEqual("forum_access_restricted_content"u8):
                    canReadRestrictedForums = json.Boolean();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new CustomRoleConfiguration
        {
            CanAssignToAnyGroup = canAssignToAnyGroup,
            CanChat = canChat,
            EndUserListAccess = endUserLists,
            EndUserProfileAccess = endUserProfiles,
            ExploreAccess = explore,
            HelpCenterAccess = helpCenter,
            CanReadRestrictedForums = canReadRestrictedForums,
            CanManageGroups = canManageGroups,
            IsLightAgent = isLightAgent,
            MacroAccess = macros,
            CanManageBusinessRules = canManageBusinessRules,
            CanManageWorkspaces = canManageWorkspaces,
            CanManageDynamicContent = canManageDynamicContent,
            CanManageChannels = canManageChannels,
            CanManageFacebook = canManageFacebook,
            CanManageOrganizationFields = canManageOrganizationFields,
            CanManageTicketFields = canManageTicketFields,
            CanManageTicketForms = canManageTicketForms,
            CanManageUserFields = canManageUserFields,
            CanModerateForums = canModerateForums,
            CanEditOrganizations = canEditOrganizations,
            CanEditOrganizationNotes = canEditOrganizationNotes,
            ReportAccess = reports,
            CanCreateSideConversations = canCreateSideConversations,
            TicketAccess = tickets,
            TicketCommentAccess = ticketComments,
            CanDeleteTickets = canDeleteTickets,
            CanEditTickets = canEditTickets,
            CanMergeTickets = canMergeTickets,
            CanEditTicketTags = canEditTicketTags,
            CanSearchTwitter = canSearchTwitter,
            CustomerListAccess = customerLists,
            ViewAccess = views,
            CanViewDeletedTickets = canViewDeletedTickets,
            CanTakeCalls = canTakeCalls,
            CanViewCallDashboard = canViewCallDashboard,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
