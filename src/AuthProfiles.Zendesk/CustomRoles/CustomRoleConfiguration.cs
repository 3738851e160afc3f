using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>What agents of a role may do. Immutable; what is null Zendesk does not tell.</summary>
public sealed record CustomRoleConfiguration
{
    /// <summary>Gets a value indicating whether the agent may give tickets to any group.</summary>
    public bool? CanAssignToAnyGroup { get; init; }

    /// <summary>Gets a value indicating whether the agent may work in chats.</summary>
    public bool? CanChat { get; init; }

    /// <summary>Gets what the agent may do with the lists of end users: <c>full</c> or <c>none</c>.</summary>
    public string? EndUserListAccess { get; init; }

    /// <summary>Gets what the agent may do with the profiles of end users: <c>edit</c>, <c>edit-within-org</c>, <c>full</c> or <c>readonly</c>.</summary>
    public string? EndUserProfileAccess { get; init; }

    /// <summary>Gets what the agent may do with Explore: <c>edit</c>, <c>full</c>, <c>none</c> or <c>readonly</c>.</summary>
    public string? ExploreAccess { get; init; }

    /// <summary>Gets what the agent may do with the help center: <c>edit-topics</c>, <c>full</c> or <c>readonly</c>.</summary>
    public string? HelpCenterAccess { get; init; }

    /// <summary>Gets a value indicating whether the agent may read restricted content of the help center.</summary>
    public bool? CanReadRestrictedForums { get; init; }

    /// <summary>Gets a value indicating whether the agent may add and change groups.</summary>
    public bool? CanManageGroups { get; init; }

    /// <summary>Gets a value indicating whether it is the role of light agents.</summary>
    public bool? IsLightAgent { get; init; }

    /// <summary>Gets what the agent may do with macros: <c>full</c>, <c>manage-group</c>, <c>manage-personal</c> or <c>readonly</c>.</summary>
    public string? MacroAccess { get; init; }

    /// <summary>Gets a value indicating whether the agent may manage business rules.</summary>
    public bool? CanManageBusinessRules { get; init; }

    /// <summary>Gets a value indicating whether the agent may manage contextual workspaces.</summary>
    public bool? CanManageWorkspaces { get; init; }

    /// <summary>Gets a value indicating whether the agent may manage dynamic content.</summary>
    public bool? CanManageDynamicContent { get; init; }

    /// <summary>Gets a value indicating whether the agent may manage channels and extensions.</summary>
    public bool? CanManageChannels { get; init; }

    /// <summary>Gets a value indicating whether the agent may manage pages at Facebook.</summary>
    public bool? CanManageFacebook { get; init; }

    /// <summary>Gets a value indicating whether the agent may manage the fields of organizations.</summary>
    public bool? CanManageOrganizationFields { get; init; }

    /// <summary>Gets a value indicating whether the agent may manage the fields of tickets.</summary>
    public bool? CanManageTicketFields { get; init; }

    /// <summary>Gets a value indicating whether the agent may manage ticket forms.</summary>
    public bool? CanManageTicketForms { get; init; }

    /// <summary>Gets a value indicating whether the agent may manage the fields of users.</summary>
    public bool? CanManageUserFields { get; init; }

    /// <summary>Gets a value indicating whether the agent may moderate forums.</summary>
    public bool? CanModerateForums { get; init; }

    /// <summary>Gets a value indicating whether the agent may add and change organizations.</summary>
    public bool? CanEditOrganizations { get; init; }

    /// <summary>Gets a value indicating whether the agent may change the notes of organizations.</summary>
    public bool? CanEditOrganizationNotes { get; init; }

    /// <summary>Gets what the agent may do with reports: <c>full</c>, <c>none</c> or <c>readonly</c>.</summary>
    public string? ReportAccess { get; init; }

    /// <summary>Gets a value indicating whether the agent may take part in side conversations.</summary>
    public bool? CanCreateSideConversations { get; init; }

    /// <summary>Gets what the agent may do with tickets: <c>all</c>, <c>assigned-only</c>, <c>within-groups</c>, <c>within-groups-and-public-groups</c> or <c>within-organization</c>.</summary>
    public string? TicketAccess { get; init; }

    /// <summary>Gets what the agent may do with comments: <c>public</c> or <c>none</c>.</summary>
    public string? TicketCommentAccess { get; init; }

    /// <summary>Gets a value indicating whether the agent may delete tickets.</summary>
    public bool? CanDeleteTickets { get; init; }

    /// <summary>Gets a value indicating whether the agent may change the properties of tickets.</summary>
    public bool? CanEditTickets { get; init; }

    /// <summary>Gets a value indicating whether the agent may merge tickets.</summary>
    public bool? CanMergeTickets { get; init; }

    /// <summary>Gets a value indicating whether the agent may change the tags of tickets.</summary>
    public bool? CanEditTicketTags { get; init; }

    /// <summary>Gets a value indicating whether the agent may search X, formerly Twitter.</summary>
    public bool? CanSearchTwitter { get; init; }

    /// <summary>Gets what the agent may do with lists of customers: <c>full</c>, <c>manage-group</c>, <c>manage-personal</c>, <c>none</c> or <c>readonly</c>.</summary>
    public string? CustomerListAccess { get; init; }

    /// <summary>Gets what the agent may do with views: <c>full</c>, <c>manage-group</c>, <c>manage-personal</c>, <c>playonly</c> or <c>readonly</c>.</summary>
    public string? ViewAccess { get; init; }

    /// <summary>Gets a value indicating whether the agent may see deleted tickets.</summary>
    public bool? CanViewDeletedTickets { get; init; }

    /// <summary>Gets a value indicating whether the agent may answer and place calls.</summary>
    public bool? CanTakeCalls { get; init; }

    /// <summary>Gets a value indicating whether the agent may see the dashboard of calls.</summary>
    public bool? CanViewCallDashboard { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
