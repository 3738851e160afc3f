using System.Net;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

public sealed class ZendeskPageTests : ZendeskFixture
{
    [TestCase("")]
    [TestCase("&sort=-id")]
    [TestCase("&sort=updated_at")]
    [TestCase("&sort=-updated_at")]
    public async Task A_walk_by_cursor_sees_each_ticket_once(string sort)
    {
        Add(23);

        var seen = await WalkAsync("tickets?page[size]=5" + sort, () => Task.CompletedTask);

        Assert.That(seen, Is.Unique.And.EquivalentTo(Enumerable.Range(1, 23).Select(id => (long)id)));
    }

    [Test]
    public async Task Tickets_that_come_and_go_during_a_walk_move_nothing()
    {
        Add(12);
        var pages = 0;

        var seen = await WalkAsync("tickets?page%5Bsize%5D=5", async () =>
        {
            if (++pages == 1)
            {
                using var deleted = await SendAsync(HttpMethod.Delete, "tickets/2");
                Local.Zendesk.Tickets.Add("new");
            }
        });

        Assert.That(seen, Is.EqualTo(Enumerable.Range(1, 13).Select(id => (long)id)));
    }

    [Test]
    public async Task A_cursor_in_the_query_is_as_good_as_the_link()
    {
        Add(3);
        var first = await GetAsync("tickets?page[size]=2");
        var cursor = (string)first["meta"]!["after_cursor"]!;

        var second = await GetAsync("tickets?page[size]=2&page[after]=" + Uri.EscapeDataString(cursor));

        Assert.That(cursor, Does.Contain("+"), "a cursor that needs no escaping would hide a connector that forgets to");
        Assert.That((long)second["tickets"]![0]!["id"]!, Is.EqualTo(3));
        Assert.That((bool)second["meta"]!["has_more"]!, Is.False);
        Assert.That(second["links"]!["next"], Is.Null);
    }

    [Test]
    public async Task An_unescaped_cursor_is_refused()
    {
        Add(3);
        var cursor = (string)(await GetAsync("tickets?page[size]=2"))["meta"]!["after_cursor"]!;

        using var response = await SendAsync(HttpMethod.Get, "tickets?page[size]=2&page[after]=" + cursor);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("tickets?page[size]=101")]
    [TestCase("tickets?page[size]=0")]
    [TestCase("tickets?page[size]=x")]
    [TestCase("tickets?page[size]=2&page[after]=nonsense")]
    [TestCase("tickets?page[size]=2&sort=colour")]
    [TestCase("tickets?page=0")]
    [TestCase("tickets?page=101")]
    [TestCase("tickets?page=2147483647&per_page=100")]
    public async Task A_bad_page_is_refused_in_the_shape_of_pages(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((string?)(await response.JsonAsync())["errors"]![0]!["code"], Does.StartWith("InvalidPagination"));
    }

    [Test]
    public async Task Without_a_page_size_pages_are_counted()
    {
        Add(5);

        var first = await GetAsync("tickets?per_page=2");
        var last = await GetAsync("tickets?per_page=2&page=3");
        var beyond = await GetAsync("tickets?per_page=2&page=9");

        Assert.Multiple(() =>
        {
            Assert.That((int)first["count"]!, Is.EqualTo(5));
            Assert.That((string?)first["next_page"], Is.EqualTo($"{Api}/tickets.json?page=2&per_page=2"));
            Assert.That(first["previous_page"], Is.Null);
            Assert.That((long)last["tickets"]![0]!["id"]!, Is.EqualTo(5));
            Assert.That(last["next_page"], Is.Null);
            Assert.That((JsonArray)beyond["tickets"]!, Is.Empty);
        });
    }

    private void Add(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Local.Zendesk.Tickets.Add($"Ticket {i}");
        }
    }

    private async Task<List<long>> WalkAsync(string path, Func<Task> afterPage)
    {
        var seen = new List<long>();
        for (var next = path; next is not null;)
        {
            var page = await GetAsync(next);
            seen.AddRange(((JsonArray)page["tickets"]!).Select(ticket => (long)ticket!["id"]!));
            await afterPage();
            next = (string?)page["links"]!["next"];
            Assert.That(next, Is.Null.Or.StartsWith($"{Api}/tickets.json?"));
        }

        return seen;
    }
}
