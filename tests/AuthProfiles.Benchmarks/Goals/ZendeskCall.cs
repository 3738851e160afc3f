using System.Net.Http.Json;
using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;
using AuthProfiles.Zendesk;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G20: a ticket read through the whole chain, beside a plain HttpClient with a fixed header and System.Text.Json.</summary>
internal sealed class ZendeskCall : IGoal
{
    public string Id => "G20";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        using var primary = new AnsweringPrimary(ZendeskAnswers.One);
        await using var services = ZendeskClients.Ours(primary);
        var client = services.GetRequiredService<ZendeskClient>();
        using var http = new HttpClient(primary) { BaseAddress = new("https://acme.zendesk.com/"), DefaultRequestHeaders = { Authorization = new("Bearer", "not-a-secret") } };

        var measured = await new Rounds { Calls = 300, Count = 41, WarmUps = 80, Allocated = Rounds.AllocatedByAll }.MeasureAsync(
            new Case("HttpClient and System.Text.Json, source-generated", async calls =>
            {
                for (var i = 0; i < calls; i++)
                {
                    _ = (await http.GetFromJsonAsync("api/v2/tickets/35443", TicketJson.Default.TicketAnswer))!.Ticket.Subject;
                }
            }),
            new Case("ZendeskClient", async calls =>
            {
                for (var i = 0; i < calls; i++)
                {
                    _ = (await client.Tickets.GetAsync(35_443)).Subject;
                }
            }));
        return [measured[0].Inform(Id), measured[1].Promise(Id, measured[0], 1.6)];
    }
}
