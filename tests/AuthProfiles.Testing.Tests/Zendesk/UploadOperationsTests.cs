using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

public sealed class UploadOperationsTests : ZendeskFixture
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0];

    [Test]
    public async Task Files_are_uploaded_taken_by_a_comment_and_read_by_their_address()
    {
        var ticket = Local.Zendesk.Tickets.Add("Printer");
        var first = await UploadAsync("fire.png");
        var second = await UploadAsync("smoke & ash.png", (string)first["token"]!);
        using var answered = await CommentAsync(ticket.Id, (string)second["token"]!);

        var comments = (await GetAsync($"tickets/{ticket.Id}/comments"))["comments"]!.AsArray();
        var files = comments[1]!["attachments"]!.AsArray();
        using var anybody = new HttpClient(Local.CreateHandler());
        using var content = await anybody.GetAsync(new Uri((string)files[1]!["content_url"]!));

        Assert.Multiple(async () =>
        {
            Assert.That((string?)second["token"], Is.EqualTo((string?)first["token"]));
            Assert.That(second["attachments"]!.AsArray(), Has.Count.EqualTo(2));
            Assert.That(files.Select(static file => ((string?)file!["file_name"], (long)file["size"]!)), Is.EqualTo(new[] { ("fire.png", 5L), ("smoke & ash.png", 5L) }));
            Assert.That(await content.Content.ReadAsByteArrayAsync(), Is.EqualTo(Picture));
            Assert.That(content.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/png"));
            Assert.That(Local.Zendesk.Tickets[ticket.Id].Comments[1].Attachments[0].Content.ToArray(), Is.EqualTo(Picture));
            Assert.That((string?)(await GetAsync($"attachments/{files[0]!["id"]}"))["attachment"]!["file_name"], Is.EqualTo("fire.png"));
        });
    }

    [Test]
    public async Task A_ticket_is_created_with_a_file()
    {
        var token = (string)(await UploadAsync("fire.png"))["token"]!;
        using var created = await SendAsync(HttpMethod.Post, "tickets", new JsonObject { ["ticket"] = new JsonObject { ["comment"] = Comment(token) } });

        Assert.That(Local.Zendesk.Tickets.Single().Comments[0].Attachments.Single().FileName, Is.EqualTo("fire.png"));
    }

    [Test]
    public async Task An_upload_is_taken_once_and_within_an_hour_unless_it_is_deleted()
    {
        var ticket = Local.Zendesk.Tickets.Add("Printer");
        var (taken, deleted, old) = ((string)(await UploadAsync("a"))["token"]!, (string)(await UploadAsync("b"))["token"]!, (string)(await UploadAsync("c"))["token"]!);
        using var gone = await SendAsync(HttpMethod.Delete, $"uploads/{deleted}");
        using var first = await CommentAsync(ticket.Id, taken);
        using var again = await CommentAsync(ticket.Id, taken);
        using var afterDeletion = await CommentAsync(ticket.Id, deleted);
        Local.Clock.Advance(TimeSpan.FromHours(1));
        using var tooLate = await CommentAsync(ticket.Id, old);

        Assert.That(new[] { gone, first, again, afterDeletion, tooLate }.Select(static response => (int)response.StatusCode), Is.EqualTo(new[] { 204, 200, 422, 422, 422 }));
        Assert.That(Local.Zendesk.Tickets[ticket.Id].Comments, Has.Count.EqualTo(2));
    }

    [TestCase("POST", "uploads", ExpectedResult = HttpStatusCode.BadRequest)]
    [TestCase("POST", "uploads?filename=x&token=nothing", ExpectedResult = HttpStatusCode.UnprocessableEntity)]
    [TestCase("DELETE", "uploads/nothing", ExpectedResult = HttpStatusCode.NotFound)]
    [TestCase("GET", "attachments/7", ExpectedResult = HttpStatusCode.NotFound)]
    [TestCase("GET", "https://acme.zendesk.com/attachments/token/nothing/?name=x", ExpectedResult = HttpStatusCode.NotFound)]
    public async Task<HttpStatusCode> What_is_no_file_is_refused(string method, string path)
    {
        using var response = await SendAsync(new HttpMethod(method), path);

        return response.StatusCode;
    }

    private static JsonObject Comment(string token) => new() { ["body"] = "See there.", ["uploads"] = new JsonArray(token) };

    private Task<HttpResponseMessage> CommentAsync(long ticket, string token) =>
        SendAsync(HttpMethod.Put, $"tickets/{ticket}", new JsonObject { ["ticket"] = new JsonObject { ["comment"] = Comment(token) } });

    private async Task<JsonNode> UploadAsync(string name, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Api}/uploads?filename={Uri.EscapeDataString(name)}{(token is null ? string.Empty : "&token=" + token)}");
        request.Headers.Authorization = Authorization;
        request.Content = new ByteArrayContent(Picture) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        using var response = await Client.SendAsync(request);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        return (await response.JsonAsync())["upload"]!;
    }
}
