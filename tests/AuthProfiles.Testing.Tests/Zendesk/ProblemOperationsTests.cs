using System.Net;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

public sealed class ProblemOperationsTests : ZendeskFixture
{
    [SetUp]
    public async Task FillAsync()
    {
        foreach (var subject in new[] { "Power is out", "Printer stands still", "Lamp is dark" })
        {
            Local.Zendesk.Tickets.Add(subject);
        }

        using var problem = await UpdateAsync(1, """{"type":"problem"}""");
        using var first = await UpdateAsync(2, """{"type":"incident","problem_id":1}""");
        using var second = await UpdateAsync(3, """{"type":"incident","problem_id":1}""");
    }

    [TestCase("GET", "problems", null, ExpectedResult = "1")]
    [TestCase("GET", "tickets/1/incidents?page[size]=5", null, ExpectedResult = "2 3")]
    [TestCase("GET", "tickets/2/incidents", null, ExpectedResult = "")]
    [TestCase("POST", "problems/autocomplete", """{"text":"POWER"}""", ExpectedResult = "1")]
    [TestCase("POST", "problems/autocomplete", """{"text":"printer"}""", ExpectedResult = "")]
    public async Task<string> Problems_and_their_incidents_are_found(string method, string path, string? body)
    {
        using var response = await SendAsync(new HttpMethod(method), path, body is null ? null : JsonNode.Parse(body));

        return string.Join(' ', (await response.JsonAsync())["tickets"]!.AsArray().Select(static ticket => ticket!["id"]!.ToString()));
    }

    [Test]
    public async Task An_incident_that_is_none_any_more_is_not_counted()
    {
        using var freed = await UpdateAsync(3, """{"problem_id":null}""");

        Assert.That((int)(await GetAsync("tickets/1/related"))["incidents"]!, Is.EqualTo(1));
    }

    [TestCase("tickets/9/related")]
    [TestCase("tickets/9/incidents")]
    public async Task What_is_no_ticket_has_nothing_on_it(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private Task<HttpResponseMessage> UpdateAsync(long id, string ticket) => SendAsync(HttpMethod.Put, $"tickets/{id}", new JsonObject { ["ticket"] = JsonNode.Parse(ticket) });
}
