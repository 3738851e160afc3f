using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.CustomRoles;

[TestFixture]
public sealed class CustomRolesClientTests
{
    private static IEnumerable<TestCaseData> Rights()
    {
        yield return new TestCaseData("assign_tickets_to_any_group", new CustomRoleConfiguration { CanAssignToAnyGroup = true });
        yield return new TestCaseData("chat_access", new CustomRoleConfiguration { CanChat = true });
        yield return new TestCaseData("forum_access_restricted_content", new CustomRoleConfiguration { CanReadRestrictedForums = true });
        yield return new TestCaseData("group_access", new CustomRoleConfiguration { CanManageGroups = true });
        yield return new TestCaseData("light_agent", new CustomRoleConfiguration { IsLightAgent = true });
        yield return new TestCaseData("manage_business_rules", new CustomRoleConfiguration { CanManageBusinessRules = true });
        yield return new TestCaseData("manage_contextual_workspaces", new CustomRoleConfiguration { CanManageWorkspaces = true });
        yield return new TestCaseData("manage_dynamic_content", new CustomRoleConfiguration { CanManageDynamicContent = true });
        yield return new TestCaseData("manage_extensions_and_channels", new CustomRoleConfiguration { CanManageChannels = true });
        yield return new TestCaseData("manage_facebook", new CustomRoleConfiguration { CanManageFacebook = true });
        yield return new TestCaseData("manage_organization_fields", new CustomRoleConfiguration { CanManageOrganizationFields = true });
        yield return new TestCaseData("manage_ticket_fields", new CustomRoleConfiguration { CanManageTicketFields = true });
        yield return new TestCaseData("manage_ticket_forms", new CustomRoleConfiguration { CanManageTicketForms = true });
        yield return new TestCaseData("manage_user_fields", new CustomRoleConfiguration { CanManageUserFields = true });
        yield return new TestCaseData("moderate_forums", new CustomRoleConfiguration { CanModerateForums = true });
        yield return new TestCaseData("organization_editing", new CustomRoleConfiguration { CanEditOrganizations = true });
        yield return new TestCaseData("organization_notes_editing", new CustomRoleConfiguration { CanEditOrganizationNotes = true });
        yield return new TestCaseData("side_conversation_create", new CustomRoleConfiguration { CanCreateSideConversations = true });
        yield return new TestCaseData("ticket_deletion", new CustomRoleConfiguration { CanDeleteTickets = true });
        yield return new TestCaseData("ticket_editing", new CustomRoleConfiguration { CanEditTickets = true });
        yield return new TestCaseData("ticket_merge", new CustomRoleConfiguration { CanMergeTickets = true });
        yield return new TestCaseData("ticket_tag_editing", new CustomRoleConfiguration { CanEditTicketTags = true });
        yield return new TestCaseData("twitter_search_access", new CustomRoleConfiguration { CanSearchTwitter = true });
        yield return new TestCaseData("view_deleted_tickets", new CustomRoleConfiguration { CanViewDeletedTickets = true });
        yield return new TestCaseData("voice_access", new CustomRoleConfiguration { CanTakeCalls = true });
        yield return new TestCaseData("voice_dashboard_access", new CustomRoleConfiguration { CanViewCallDashboard = true });
    }

    [Test]
    public async Task Every_member_of_a_role_is_read()
    {
        using var service = StubService.Json("""
            {"custom_role":{"created_at":"2012-03-12T16:32:22Z","description":"sample description","id":9000000010127,"name":"sample role","role_type":0,"team_member_count":10,"updated_at":"2012-03-12T16:32:23Z","configuration":{
            "assign_tickets_to_any_group":true,"chat_access":true,"end_user_list_access":"end_user_list_access","end_user_profile_access":"end_user_profile_access","explore_access":"explore_access",
            "forum_access":"forum_access","forum_access_restricted_content":true,"group_access":true,"light_agent":true,"macro_access":"macro_access","manage_business_rules":true,
            "manage_contextual_workspaces":true,"manage_dynamic_content":true,"manage_extensions_and_channels":true,"manage_facebook":true,"manage_organization_fields":true,"manage_ticket_fields":true,
            "manage_ticket_forms":true,"manage_user_fields":true,"moderate_forums":true,"organization_editing":true,"organization_notes_editing":true,"report_access":"report_access",
            "side_conversation_create":true,"ticket_access":"ticket_access","ticket_comment_access":"ticket_comment_access","ticket_deletion":true,"ticket_editing":true,"ticket_merge":true,
            "ticket_tag_editing":true,"twitter_search_access":true,"user_view_access":"user_view_access","view_access":"view_access","view_deleted_tickets":true,"voice_access":true,"voice_dashboard_access":true}}}
            """);

        var role = await service.Client().KeepingUnknownMembers().CustomRoles.GetAsync(9_000_000_010_127);

        Assert.That(role, Is.EqualTo(new CustomRole
        {
            Id = 9_000_000_010_127,
            Name = "sample role",
            Description = "sample description",
            RoleType = 0,
            TeamMemberCount = 10,
            CreatedAt = new(2012, 3, 12, 16, 32, 22, TimeSpan.Zero),
            UpdatedAt = new(2012, 3, 12, 16, 32, 23, TimeSpan.Zero),
            Configuration = new()
            {
                CanAssignToAnyGroup = true,
                CanChat = true,
                EndUserListAccess = "end_user_list_access",
                EndUserProfileAccess = "end_user_profile_access",
                ExploreAccess = "explore_access",
                HelpCenterAccess = "forum_access",
                CanReadRestrictedForums = true,
                CanManageGroups = true,
                IsLightAgent = true,
                MacroAccess = "macro_access",
                CanManageBusinessRules = true,
                CanManageWorkspaces = true,
                CanManageDynamicContent = true,
                CanManageChannels = true,
                CanManageFacebook = true,
                CanManageOrganizationFields = true,
                CanManageTicketFields = true,
                CanManageTicketForms = true,
                CanManageUserFields = true,
                CanModerateForums = true,
                CanEditOrganizations = true,
                CanEditOrganizationNotes = true,
                ReportAccess = "report_access",
                CanCreateSideConversations = true,
                TicketAccess = "ticket_access",
                TicketCommentAccess = "ticket_comment_access",
                CanDeleteTickets = true,
                CanEditTickets = true,
                CanMergeTickets = true,
                CanEditTicketTags = true,
                CanSearchTwitter = true,
                CustomerListAccess = "user_view_access",
                ViewAccess = "view_access",
                CanViewDeletedTickets = true,
                CanTakeCalls = true,
                CanViewCallDashboard = true,
            },
        }));
        Assert.That((service.Only.Method, service.Only.Path), Is.EqualTo(("GET", "api/v2/custom_roles/9000000010127")));
    }

    [Test]
    public async Task All_roles_come_in_one_answer()
    {
        using var service = StubService.Json("""{"custom_roles":[{"id":1,"configuration":{"view_access":null,"ticket_merge":false}},{"id":2}]}""");

        var roles = await service.Client().CustomRoles.ListAsync();

        Assert.That(roles, Is.EqualTo(new CustomRole[] { new() { Id = 1, Configuration = new() { CanMergeTickets = false } }, new() { Id = 2 } }));
        Assert.That((service.Only.Method, service.Only.Path), Is.EqualTo(("GET", "api/v2/custom_roles")));
    }

    [TestCaseSource(nameof(Rights))]
    public async Task A_right_is_not_taken_for_another(string name, CustomRoleConfiguration expected)
    {
        using var service = StubService.Json("{\"custom_role\":{\"id\":1,\"configuration\":{\"" + name + "\":true}}}");

        var role = await service.Client().CustomRoles.GetAsync(1);

        Assert.That(role.Configuration, Is.EqualTo(expected));
    }
}
