using AuthProfiles;
using AuthProfiles.Zendesk;

namespace Snippets;

public static class Support
{
    internal static void Register(App builder)
    {
        builder.Services.AddZendesk("support");
    }

    internal static void RegisterForUsers(App builder)
    {
        builder.Services.AddAuthProfiles()
            .AddAuthorizationCode("zendesk-users", o => { o.Provider = OAuthProviders.Zendesk; o.Scope["scope"] = "read write"; });

        builder.Services.AddZendesk("support", profile: "zendesk-users");
    }

    internal static async Task<Ticket> ReadAsync(ZendeskClient zendesk)
    {
        var ticket = await zendesk.For("acme", user: "mia").Tickets.GetAsync(7);

        return ticket;
    }

    internal static async Task AnswerAsync(ZendeskClient zendesk)
    {
#pragma warning disable IDE0011 // As it stands in the README, where it should be short.
        await foreach (var ticket in zendesk.For("acme").Tickets.SearchAsync("status:open printer"))
            await zendesk.For("acme").Tickets.UpdateAsync(ticket.Id, new() { Comment = Comment.Internal("Looking into it.") });
#pragma warning restore IDE0011
    }
}
