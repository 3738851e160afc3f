using System.Net;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

public sealed class SearchOperationsTests : ZendeskFixture
{
    [SetUp]
    public void Fill()
    {
        Local.Zendesk.Tickets.Add("Printer on fire", "Help", "open", "urgent", ["hardware", "vip"]);
        Local.Zendesk.Tickets.Add("Invoice missing", "The invoice of May", "pending", "low", ["billing"]);
        Local.Clock.Advance(TimeSpan.FromDays(2));
        Local.Zendesk.Tickets.Add("Printer jam", "Paper", "solved", "normal", ["hardware"]);
        Local.Zendesk.Tickets.Add("Question", "Printing in colour", "new");
    }

    [TestCase("type:ticket", ExpectedResult = "1 2 3 4")]
    [TestCase("type:ticket status:open", ExpectedResult = "1")]
    [TestCase("type:ticket status:open status:new", ExpectedResult = "1 4")]
    [TestCase("status<solved", ExpectedResult = "1 2 4")]
    [TestCase("status>=pending", ExpectedResult = "2 3")]
    [TestCase("-status:solved", ExpectedResult = "1 2 4")]
    [TestCase("priority:urgent", ExpectedResult = "1")]
    [TestCase("priority>low", ExpectedResult = "1 3")]
    [TestCase("priority:none", ExpectedResult = "4")]
    [TestCase("tags:hardware printer", ExpectedResult = "1 3")]
    [TestCase("tags:hardware -tags:vip", ExpectedResult = "3")]
    [TestCase("tags:none", ExpectedResult = "4")]
    [TestCase("printer", ExpectedResult = "1 3")]
    [TestCase("print*", ExpectedResult = "1 3 4")]
    [TestCase("printer fire", ExpectedResult = "1")]
    [TestCase("\"on fire\"", ExpectedResult = "1")]
    [TestCase("subject:invoice", ExpectedResult = "2")]
    [TestCase("created>2030-01-02", ExpectedResult = "3 4")]
    [TestCase("created:2030-01-01", ExpectedResult = "1 2")]
    [TestCase("requester:customer@local.example status:open", ExpectedResult = "1")]
    [TestCase("colour:red", ExpectedResult = "")]
    [TestCase("status:burning", ExpectedResult = "")]
    public async Task<string> A_query_finds_what_it_describes(string query)
    {
        var answer = await GetAsync("search.json?query=" + Uri.EscapeDataString(query));
        var count = await GetAsync("search/count?query=" + Uri.EscapeDataString(query));

        Assert.That((int)count["count"]!, Is.EqualTo((int)answer["count"]!));
        return string.Join(' ', ((JsonArray)answer["results"]!).Where(result => (string?)result!["result_type"] == "ticket").Select(result => (string?)result!["id"]!.ToString()));
    }

    [Test]
    public async Task Without_a_type_users_are_found_too()
    {
        Local.Zendesk.Users.Add("printer@example.com", "Printer Man");

        var types = ((JsonArray)(await GetAsync("search?query=printer"))["results"]!).Select(result => (string?)result!["result_type"]);

        Assert.That(types, Is.EqualTo(new[] { "ticket", "ticket", "user" }));
    }

    [Test]
    public async Task Results_come_in_the_order_asked_for()
    {
        var answer = await GetAsync("search?query=type:ticket&sort_by=priority&sort_order=desc");

        Assert.That(((JsonArray)answer["results"]!).Select(result => (string?)result!["priority"]), Is.EqualTo(new[] { "urgent", "normal", "low", null }));
    }

    [Test]
    public async Task Results_come_in_pages_whose_links_keep_the_query()
    {
        var first = await GetAsync("search?query=type:ticket%20print*&per_page=2");
        var second = await GetAsync((string)first["next_page"]!);

        Assert.That((int)first["count"]!, Is.EqualTo(3));
        Assert.That((long)second["results"]!.AsArray().Single()!["id"]!, Is.EqualTo(4));
        Assert.That(second["next_page"], Is.Null);
    }

    [TestCase("search?query=type:ticket&page=11&per_page=100")]
    [TestCase("search")]
    [TestCase("search?query=x&sort_by=colour")]
    public async Task What_search_cannot_do_is_refused(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((string?)(await response.JsonAsync())["error"], Is.EqualTo("invalid"));
    }
}
