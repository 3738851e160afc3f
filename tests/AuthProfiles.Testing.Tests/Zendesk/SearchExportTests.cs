using System.Net;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

public sealed class SearchExportTests : ZendeskFixture
{
    private const string Query = "search/export?query=printer&filter[type]=ticket&page[size]=2";

    [SetUp]
    public void Fill()
    {
        for (var i = 0; i < 5; i++)
        {
            Local.Zendesk.Tickets.Add(i == 2 ? "Invoice" : "Printer");
            Local.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Test]
    public async Task All_results_come_by_the_time_of_their_creation()
    {
        var first = await GetAsync(Query);
        var second = await GetAsync((string)first["links"]!["next"]!);

        Assert.That(Ids(first).Concat(Ids(second)), Is.EqualTo(new long[] { 1, 2, 4, 5 }));
        Assert.That(((bool)first["meta"]!["has_more"]!, (bool)second["meta"]!["has_more"]!, second["links"]!["next"]), Is.EqualTo((true, false, (JsonNode?)null)));
        Assert.That((string?)first["results"]![0]!["result_type"], Is.EqualTo("ticket"));
    }

    [Test]
    public async Task A_cursor_ends_an_hour_after_the_first_page()
    {
        var first = (string)(await GetAsync(Query.Replace("=2", "=1", StringComparison.Ordinal)))["links"]!["next"]!;
        Local.Clock.Advance(TimeSpan.FromMinutes(59));
        var second = (string)(await GetAsync(first))["links"]!["next"]!;
        Local.Clock.Advance(TimeSpan.FromMinutes(1));
        using var ended = await SendAsync(HttpMethod.Get, second);

        Assert.That((ended.StatusCode, (string?)(await ended.JsonAsync())["errors"]![0]!["code"]), Is.EqualTo((HttpStatusCode.BadRequest, "InvalidCursor")));
    }

    [Test]
    public async Task Users_are_exported_too()
    {
        Local.Zendesk.Users.Add("printer@example.com", "Printer Man");

        var answer = await GetAsync("search/export?query=printer&filter[type]=user");

        Assert.That(answer["results"]!.AsArray().Select(static user => (string?)user!["email"]), Is.EqualTo(new[] { "printer@example.com" }));
    }

    [TestCase("search/export?query=printer", ExpectedResult = HttpStatusCode.UnprocessableEntity)]
    [TestCase("search/export?filter[type]=ticket", ExpectedResult = HttpStatusCode.UnprocessableEntity)]
    [TestCase("search/export?filter[type]=ticket&query=type:ticket%20printer", ExpectedResult = HttpStatusCode.UnprocessableEntity)]
    [TestCase("search/export?filter[type]=wish&query=printer", ExpectedResult = HttpStatusCode.UnprocessableEntity)]
    [TestCase(Query + "&page[after]=x", ExpectedResult = HttpStatusCode.BadRequest)]
    [TestCase("search/export?query=printer&filter[type]=ticket&page[size]=1001", ExpectedResult = HttpStatusCode.BadRequest)]
    public async Task<HttpStatusCode> What_an_export_cannot_do_is_refused(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);

        return response.StatusCode;
    }

    private static IEnumerable<long> Ids(JsonObject answer) => answer["results"]!.AsArray().Select(static ticket => (long)ticket!["id"]!);
}
