using System.Text.Json;
using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;
using AuthProfiles.Zendesk;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G19: a page of 100 tickets through the client, beside a reader that only goes over its bytes.</summary>
internal sealed class ZendeskPages : IGoal
{
    public string Id => "G19";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        var body = ZendeskAnswers.Page;
        using var primary = new AnsweringPrimary(body);
        using var http = new HttpClient(primary) { BaseAddress = new("https://acme.zendesk.com/") };
        var client = new ZendeskClient(http);
        var texts = (await client.Tickets.ListPageAsync()).Items.SelectMany(Texts).Sum(BytesOf);

        var measured = await new Rounds { Calls = 10, Count = 41, WarmUps = 60, Allocated = Rounds.AllocatedByAll }.MeasureAsync(
            Case.Of($"Utf8JsonReader over {body.Length:#,0} bytes", calls =>
            {
                for (var i = 0; i < calls; i++)
                {
                    Scan(body);
                }
            }),
            new Case("ZendeskClient, 100 tickets", async calls =>
            {
                for (var i = 0; i < calls; i++)
                {
                    _ = await client.Tickets.ListPageAsync();
                }
            }));
        return [measured[0].Inform(Id), measured[1].Promise(Id, measured[0], 2.0, Check.Bytes(measured[1].Bytes, 1.5 * texts))];
    }

    private static void Scan(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
        }
    }

    // What has a few known values, such as a status, is no string of the ticket's own.
    private static IEnumerable<string?> Texts(Ticket ticket) =>
    [
        ticket.Url, ticket.Subject, ticket.RawSubject, ticket.Description, ticket.Recipient,
        ticket.Source?.From?.Name, ticket.Source?.From?.Address, ticket.Source?.To?.Name, ticket.Source?.To?.Address,
        .. ticket.Tags, .. ticket.CustomFields.Select(static field => field.Value.Text),
    ];

    // 22 bytes beside the letters, in units of 8.
    private static double BytesOf(string? text) => text is null ? 0 : (22 + (2 * text.Length) + 7) / 8 * 8;
}
