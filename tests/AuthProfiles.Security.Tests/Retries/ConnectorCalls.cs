using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.Zendesk;
using AuthProfiles.Zendesk.OAuthTokens;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Users;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Security.Tests.Retries;

/// <summary>One call of each kind that the connectors make: safe, money, created with a key and without one, changed, deleted.</summary>
internal static class ConnectorCalls
{
    public static Task MakeAsync(string call, IServiceProvider services) => call switch
    {
        "azure-chat" => Azure(services).CompleteChatAsync(new ChatRequest("x")),
        "azure-stream" => StreamAsync(Azure(services)),
        "azure-embed" => Azure(services).EmbedAsync(["x"]),
        "zendesk-get" => Zendesk(services).Tickets.GetAsync(1),
        "zendesk-create-with-key" => Zendesk(services).Tickets.CreateAsync(new NewTicket { Comment = Comment.Public("x") }),
        "zendesk-create-user" => Zendesk(services).Users.CreateAsync(new NewUser { Name = "Mia" }),
        "zendesk-update-with-comment" => Zendesk(services).Tickets.UpdateAsync(1, new TicketUpdate { Comment = Comment.Public("x") }),
        "zendesk-delete" => Zendesk(services).Tickets.DeleteAsync(1),
        "zendesk-new-secret" => Zendesk(services).OAuth.Clients.GenerateSecretAsync(1),
        _ => throw new ArgumentOutOfRangeException(nameof(call), call, "No such call."),
    };

    private static AzureOpenAIClient Azure(IServiceProvider services) => services.GetRequiredService<AzureOpenAIClient>();

    private static ZendeskClient Zendesk(IServiceProvider services) => services.GetRequiredService<ZendeskClient>();

    private static async Task StreamAsync(AzureOpenAIClient client)
    {
        await foreach (var _ in client.CompleteChatStreamingAsync(new ChatRequest("x")))
        {
            // How often it was asked for is counted at the server.
        }
    }
}
