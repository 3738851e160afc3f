using AuthProfiles;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

[TestFixture]
public sealed class TriageTests
{
    [Test]
    public async Task Tickets_are_tagged_by_priority()
    {
        var services = new ServiceCollection().AddTriage();            // your own registrations, unchanged
        await using var local = services.UseLocalServices();           // in memory: no ports, no secrets, no waiting
        var ticket = local.Zendesk.Tickets.Add("The printer is on fire");
        local.AzureOpenAI.Answer("urgent");

        await services.BuildServiceProvider().GetRequiredService<Triage>().RunAsync("acme");

        Assert.That(local.Zendesk.Tickets[ticket.Id].Tags, Does.Contain("urgent"));
    }
}
