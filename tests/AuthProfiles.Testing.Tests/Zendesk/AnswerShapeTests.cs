using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>The members of the records, as the live tests have held them against the official description: a change here is to be held against it again.</summary>
public sealed class AnswerShapeTests : ZendeskFixture
{
    private const string Ticket =
        "allow_attachments allow_channelback assignee_id collaborator_ids created_at custom_fields description due_at email_cc_ids external_id follower_ids from_messaging_channel "
        + "generated_timestamp group_id has_incidents id is_public organization_id priority problem_id raw_subject recipient requester_id satisfaction_rating sharing_agreement_ids status "
        + "subject submitter_id tags type updated_at url via";

    private const string User =
        "active alias created_at custom_role_id default_group_id details email external_id iana_time_zone id last_login_at locale moderator name notes only_private_comments organization_id "
        + "phone photo report_csv restricted_agent role role_type shared shared_agent shared_phone_number signature suspended tags ticket_restriction time_zone two_factor_auth_enabled "
        + "updated_at url user_fields verified";

    private const string Job = "id job_type message progress results status total url";

    [SetUp]
    public async Task LiveAsync()
    {
        Authorization = Wire.Basic("admin@local.example/token", "t0ken");
        Local.Zendesk.Tickets.Add("one");
        Local.Zendesk.Tickets.Add("two");
        Local.Zendesk.Tickets.Add("three");
        using var deleted = await SendAsync(HttpMethod.Delete, "tickets/3");
        using var job = await SendAsync(HttpMethod.Put, "tickets/update_many?ids=1,9", JsonNode.Parse("""{"ticket":{"priority":"low"}}"""));
        Local.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    [TestCase("tickets/1", "ticket", ExpectedResult = Ticket)]
    [TestCase("tickets", "tickets/0", ExpectedResult = Ticket)]
    [TestCase("tickets/show_many?ids=1", "tickets/0", ExpectedResult = Ticket)]
    [TestCase("incremental/tickets?start_time=0", "tickets/0", ExpectedResult = Ticket)]
    [TestCase("tickets?page[size]=1", "", ExpectedResult = "links meta tickets")]
    [TestCase("tickets?page[size]=1", "meta", ExpectedResult = "after_cursor before_cursor has_more")]
    [TestCase("tickets?page[size]=1", "links", ExpectedResult = "next prev")]
    [TestCase("tickets", "", ExpectedResult = "count next_page previous_page tickets")]
    [TestCase("tickets/count", "count", ExpectedResult = "refreshed_at value")]
    [TestCase("tickets/1/comments", "comments/0", ExpectedResult = "attachments author_id body created_at html_body id metadata plain_body public type via")]
    [TestCase("incremental/tickets?start_time=0", "", ExpectedResult = "count end_of_stream end_time next_page tickets")]
    [TestCase("incremental/tickets/cursor?start_time=0", "", ExpectedResult = "after_cursor after_url before_cursor before_url end_of_stream tickets")]
    [TestCase("search?query=one", "", ExpectedResult = "count facets next_page previous_page results")]
    [TestCase("search/export?query=one&filter[type]=ticket", "", ExpectedResult = "facets links meta results")]
    [TestCase("deleted_tickets", "deleted_tickets/0", ExpectedResult = "actor deleted_at id previous_state subject")]
    [TestCase("deleted_tickets", "deleted_tickets/0/actor", ExpectedResult = "id name")]
    [TestCase("job_statuses", "job_statuses/0", ExpectedResult = Job)]
    [TestCase("job_statuses", "job_statuses/0/results/0", ExpectedResult = "action id status success")]
    [TestCase("job_statuses", "job_statuses/0/results/1", ExpectedResult = "action details error id success")]
    [TestCase("users/me", "user", ExpectedResult = User)]
    [TestCase("users", "users/0", ExpectedResult = User)]
    public async Task<string> An_answer_has_these_members(string path, string record)
    {
        JsonNode node = await GetAsync(path);
        foreach (var part in record.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            node = int.TryParse(part, out var index) ? node[index]! : node[part]!;
        }

        return string.Join(' ', ((JsonObject)node).Select(static member => member.Key).Order(StringComparer.Ordinal));
    }
}
