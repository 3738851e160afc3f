using AuthProfiles.Zendesk;
using Microsoft.Extensions.DependencyInjection;

namespace Zendesk.Steps;

/// <summary>Exports what changed since the last run. Whoever runs it each night has all tickets, without asking for all of them again.</summary>
internal sealed class Export([FromKeyedServices(Settings.Support)] ZendeskClient zendesk, ExportFolder folder) : IStep
{
    private static readonly DateTimeOffset TheBeginning = new(2007, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Title => "the tickets that changed since the last run";

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var place = await folder.ReadCheckpointAsync(cancellationToken);
        Console.WriteLine(place is null ? "  From the beginning." : "  From where the last run stopped.");
        var (tickets, pages) = (0, 0);
        Page<Ticket> page;
        do
        {
            page = await zendesk.Exports.TicketsPageAsync(TheBeginning, new() { After = place }, cancellationToken);
            await folder.AddAsync(page, cancellationToken);
            (tickets, pages, place) = (tickets + page.Items.Count, pages + 1, page.Next);
        }
        while (place is not null);

        Console.WriteLine($"  Tickets: {tickets}, pages: {pages}, added to {folder.TicketsFile}");
        return true;
    }
}
