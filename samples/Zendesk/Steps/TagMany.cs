using AuthProfiles.Zendesk;
using Microsoft.Extensions.DependencyInjection;

namespace Zendesk.Steps;

/// <summary>Changes many tickets by one request. Zendesk carries it out in a job, which may be completed though single tickets failed.</summary>
internal sealed class TagMany([FromKeyedServices(Settings.Support)] ZendeskClient zendesk) : IStep
{
    private const string Tag = "zendesk_sample";
    private const int MostAtOnce = 100;

    public string Title => "a tag for up to 100 open tickets, in one job";

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var ids = await FindAsync(cancellationToken);
        if (ids.Count == 0)
        {
            Console.WriteLine("  No open ticket is without the tag.");
            return true;
        }

        var job = await zendesk.Tickets.UpdateManyAsync(ids, new TicketUpdate { AddedTags = [Tag] }, cancellationToken);
        Tell(job);
        job = await zendesk.Jobs.WaitAsync(job, new() { Progress = new Told(Tell) }, cancellationToken);
        foreach (var failure in job.Failures)
        {
            Console.WriteLine($"  Ticket {failure.Id}: {failure.Details ?? failure.Error}");
        }

        Console.WriteLine(job.IsSuccess ? $"  All {ids.Count} tickets have the tag {Tag}." : $"  {job.Failures.Count()} of {ids.Count} tickets failed; the job is {job.State}.");
        return job.IsSuccess;
    }

    private static void Tell(Job job) => Console.WriteLine(job.Total is null ? $"  {job.State}" : $"  {job.State}: {job.Progress} of {job.Total}");

    private async Task<List<long>> FindAsync(CancellationToken cancellationToken)
    {
        var ids = new List<long>();
        await foreach (var ticket in zendesk.Tickets.SearchAsync(new TicketQuery().BeforeStatus(TicketStatus.Solved).WhereNot("tags", Tag), cancellationToken))
        {
            ids.Add(ticket.Id);
            if (ids.Count == MostAtOnce)
            {
                break;
            }
        }

        return ids;
    }

    /// <summary>Tells at once, where the platform's own would tell later, on another thread.</summary>
    private sealed class Told(Action<Job> tell) : IProgress<Job>
    {
        public void Report(Job value) => tell(value);
    }
}
