using System.Net;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

public sealed class LocalJobsTests : ZendeskFixture
{
    [Test]
    public async Task A_job_goes_from_queued_to_working_to_completed_by_the_clock()
    {
        Local.Zendesk.Jobs.Duration = TimeSpan.FromSeconds(20);
        var job = await BeginAsync(4);

        var seen = new List<string>();
        foreach (var pause in new[] { 0, 9, 1, 5, 4, 1, 100 })
        {
            Local.Clock.Advance(TimeSpan.FromSeconds(pause));
            var status = await LookAsync(job);
            seen.Add($"{status["status"]} {status["progress"] ?? "-"}/{status["total"] ?? "-"} {(status["results"] is null ? "no results" : "results")}");
        }

        Assert.That(seen, Is.EqualTo(new[]
        {
            "queued -/- no results", "queued -/- no results", "working 0/4 no results", "working 2/4 no results", "working 3/4 no results", "completed 4/4 results", "completed 4/4 results",
        }));
        Assert.That((string?)(await LookAsync(job))["message"], Is.EqualTo("Completed at 2030-01-01 00:00:20 +0000"));
    }

    [Test]
    public async Task A_job_that_takes_no_time_is_done_when_it_is_looked_at()
    {
        Local.Zendesk.Jobs.Duration = TimeSpan.Zero;

        Assert.That((string?)(await LookAsync(await BeginAsync(1)))["status"], Is.EqualTo("completed"));
    }

    [Test]
    public async Task A_job_is_carried_out_where_only_the_test_looks()
    {
        await BeginAsync(2);
        Assert.That(Local.Zendesk.Tickets, Is.Empty);

        Local.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.That(Local.Zendesk.Tickets, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Jobs_are_carried_out_in_the_order_of_their_ends()
    {
        Local.Zendesk.Tickets.Add("x");
        Local.Zendesk.Jobs.Duration = TimeSpan.FromMinutes(2);
        using var slow = await SendAsync(HttpMethod.Put, "tickets/update_many?ids=1", JsonNode.Parse("""{"ticket":{"subject":"slow"}}"""));
        Local.Zendesk.Jobs.Duration = TimeSpan.FromMinutes(1);
        using var quick = await SendAsync(HttpMethod.Put, "tickets/update_many?ids=1", JsonNode.Parse("""{"ticket":{"subject":"quick"}}"""));

        Local.Clock.Advance(TimeSpan.FromHours(1));

        Assert.That(Local.Zendesk.Tickets[1].Subject, Is.EqualTo("slow"), "which ended last");
    }

    [TestCase(false, ExpectedResult = "failed")]
    [TestCase(true, ExpectedResult = "killed")]
    public async Task<string?> A_job_can_break_off_and_the_next_does_not(bool killed)
    {
        Local.Zendesk.Jobs.FailNext(killed);
        var broken = await BeginAsync(1);
        var fine = await BeginAsync(1);
        Local.Clock.Advance(TimeSpan.FromSeconds(1));

        var ended = await LookAsync(broken);

        Assert.That(ended["results"], Is.Null);
        Assert.That((string?)(await LookAsync(fine))["status"], Is.EqualTo("completed"));
        Assert.That(Local.Zendesk.Tickets, Has.Count.EqualTo(1));
        return (string?)ended["status"];
    }

    [Test]
    public async Task Thirty_may_be_queued_or_working_and_one_more_is_refused()
    {
        for (var i = 0; i < 30; i++)
        {
            await BeginAsync(1);
        }

        using var refused = await SendAsync(HttpMethod.Post, "tickets/create_many", Tickets(1));
        Local.Clock.Advance(TimeSpan.FromSeconds(1));
        using var later = await SendAsync(HttpMethod.Post, "tickets/create_many", Tickets(1));

        Assert.That((refused.StatusCode, (string?)(await refused.JsonAsync())["error"]), Is.EqualTo((HttpStatusCode.TooManyRequests, "TooManyJobs")));
        Assert.That(later.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Local.Zendesk.Jobs.Count, Is.EqualTo(31));
    }

    [Test]
    public async Task A_job_is_kept_for_an_hour_after_its_end()
    {
        var job = await BeginAsync(1);
        Local.Clock.Advance(TimeSpan.FromMinutes(60));
        var kept = await LookAsync(job);
        Local.Clock.Advance(TimeSpan.FromSeconds(1));
        using var gone = await SendAsync(HttpMethod.Get, $"job_statuses/{job}");

        Assert.That((string?)kept["status"], Is.EqualTo("completed"));
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Jobs_are_shown_by_their_ids_and_listed_the_latest_first()
    {
        var (first, second, third) = (await BeginAsync(1), await BeginAsync(1), await BeginAsync(1));

        var many = await GetAsync($"job_statuses/show_many?ids={third},{first},nothing");
        var page = await GetAsync("job_statuses?page[size]=2");
        var next = await GetAsync((string)page["links"]!["next"]!);

        Assert.That(Ids(many), Is.EqualTo(new[] { third, first }));
        Assert.That(Ids(page), Is.EqualTo(new[] { third, second }));
        Assert.That(Ids(next), Is.EqualTo(new[] { first }));
    }

    [Test]
    public void A_job_takes_no_less_than_no_time() =>
        Assert.That(() => Local.Zendesk.Jobs.Duration = TimeSpan.FromTicks(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static JsonObject Tickets(int count) =>
        new() { ["tickets"] = new JsonArray([.. Enumerable.Range(0, count).Select(static _ => new JsonObject { ["comment"] = new JsonObject { ["body"] = "x" } })]) };

    private static IEnumerable<string?> Ids(JsonObject answer) => ((JsonArray)answer["job_statuses"]!).Select(static job => (string?)job!["id"]);

    private async Task<string> BeginAsync(int tickets)
    {
        using var response = await SendAsync(HttpMethod.Post, "tickets/create_many", Tickets(tickets));
        return (string)(await response.JsonAsync())["job_status"]!["id"]!;
    }

    private async Task<JsonNode> LookAsync(string job) => (await GetAsync($"job_statuses/{job}"))["job_status"]!;
}
