using System.Net;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

public sealed class CommentOperationsTests : ZendeskFixture
{
    [Test]
    public async Task Comments_are_counted_hidden_and_blackened()
    {
        var ticket = Local.Zendesk.Tickets.Add("Card", "My card is 4111 1111");
        var path = $"tickets/{ticket.Id}/comments";
        var comment = ticket.Comments[0].Id;

        using var hidden = await SendAsync(HttpMethod.Put, $"{path}/{comment}/make_private");
        using var redacted = await SendAsync(HttpMethod.Put, $"{path}/{comment}/redact", new JsonObject { ["text"] = "4111" });

        Assert.That((string?)(await redacted.JsonAsync())["comment"]!["body"], Is.EqualTo("My card is ▇▇▇▇ 1111"));
        Assert.That((hidden.StatusCode, Local.Zendesk.Tickets[ticket.Id].Comments[0].IsPublic), Is.EqualTo((HttpStatusCode.OK, false)));
        Assert.That((int)(await GetAsync($"{path}/count"))["count"]!["value"]!, Is.EqualTo(1));
    }

    [TestCase("tickets/1/comments/7/make_private", null, ExpectedResult = HttpStatusCode.NotFound)]
    [TestCase("tickets/9/comments/7/redact", """{"text":"x"}""", ExpectedResult = HttpStatusCode.NotFound)]
    [TestCase("tickets/1/comments/7/redact", """{"text":""}""", ExpectedResult = HttpStatusCode.UnprocessableEntity)]
    public async Task<HttpStatusCode> What_is_no_comment_is_refused(string path, string? body)
    {
        Local.Zendesk.Tickets.Add("Card");
        using var response = await SendAsync(HttpMethod.Put, path, body is null ? null : JsonNode.Parse(body));

        return response.StatusCode;
    }
}
