using AuthProfiles;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.Zendesk;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

/// <summary>A small application: it asks for the priority of open tickets and writes it back as a tag.</summary>
public sealed class Triage(ZendeskClient zendesk, AzureOpenAIClient assistant)
{
    public async Task RunAsync(string tenant)
    {
        await foreach (var ticket in zendesk.For(tenant).Tickets.SearchAsync("status:open"))
        {
            var answer = await assistant.For(tenant).CompleteChatAsync(new ChatRequest($"Priority, one word? {ticket.Subject}"));
            await zendesk.For(tenant).Tickets.Tags.AddAsync(ticket.Id, [answer.Text!]);
        }
    }
}

internal static class TriageServices
{
    public static IServiceCollection AddTriage(this IServiceCollection services)
    {
        services.AddZendesk("support");
        services.AddAzureOpenAI("assistant", o => o.ChatDeployment = "gpt-4o-mini");
        return services.AddTransient<Triage>();
    }
}
