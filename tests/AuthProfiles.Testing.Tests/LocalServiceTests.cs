using System.Net;
using AuthProfiles.Testing.Zendesk;

namespace AuthProfiles.Testing;

public sealed class LocalServiceTests : ZendeskFixture
{
    [Test]
    public async Task Faults_come_in_the_order_in_which_they_were_planned_and_then_the_service_answers()
    {
        Local.Zendesk.ThrottleNext(TimeSpan.FromSeconds(7));
        Local.Zendesk.ThrottleNext(TimeSpan.FromSeconds(3));
        Local.Zendesk.FailNext(HttpStatusCode.ServiceUnavailable, "maintenance", [new("Content-Type", "text/plain"), new("Retry-After", "9")]);
        Local.Zendesk.CutNext();

        var seen = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            using var response = await AskAsync();
            seen.Add($"{(int)response.StatusCode} {response.Headers.RetryAfter} {await ReadAsync(response)}");
        }

        Assert.That(seen, Is.EqualTo(new[] { "429 7 whole", "429 3 whole", "503 9 whole", "200  cut", "200  whole" }));
        Assert.That(Local.Zendesk.RequestCount, Is.EqualTo(5));
    }

    [Test]
    public async Task A_request_whose_answer_is_cut_was_carried_out()
    {
        Local.Zendesk.CutNext();
        var body = System.Text.Json.Nodes.JsonNode.Parse("""{"ticket":{"comment":{"body":"x"}}}""");

        var error = await Assert.CatchAsync<HttpRequestException>(async () => await SendAsync(HttpMethod.Post, "tickets", body));

        Assert.That(error!.InnerException, Is.InstanceOf<HttpIOException>().With.Property("HttpRequestError").EqualTo(HttpRequestError.ResponseEnded));
        Assert.That(Local.Zendesk.Tickets, Has.Count.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_comes_before_the_cut_is_the_beginning_of_the_answer(bool synchronously)
    {
        Local.Zendesk.Tickets.Add("Printer");
        using var whole = await AskAsync();
        var expected = await whole.Content.ReadAsByteArrayAsync();
        Local.Zendesk.CutNext();
        using var cut = await AskAsync();
        var received = new byte[expected.Length];
        await using var stream = synchronously ? cut.Content.ReadAsStream() : await cut.Content.ReadAsStreamAsync();

        var count = 0;
        Assert.That(async () =>
        {
            while (true)
            {
                count += synchronously ? stream.Read(received.AsSpan(count)) : await stream.ReadAsync(received.AsMemory(count));
            }
        }, Throws.InstanceOf<HttpIOException>());
        Assert.That((count, cut.Content.Headers.ContentLength), Is.EqualTo((expected.Length / 2, (long?)expected.Length)));
        Assert.That(received[..count], Is.EqualTo(expected[..count]));
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        try
        {
            await response.Content.ReadAsStringAsync();
            return "whole";
        }
        catch (HttpRequestException)
        {
            return "cut";
        }
    }

    private Task<HttpResponseMessage> AskAsync()
    {
        var request = Wire.Request(HttpMethod.Get, $"{Api}/tickets", authorization: Authorization);
        return Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
