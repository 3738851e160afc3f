using System.Net;
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

    internal static void RegisterSignIn(App builder)
    {
        builder.Services.AddZendesk("support", o => o.UsersSignIn = true);
    }

    internal static async Task<Uri> SignInAsync(IConnections connections)
    {
        var start = await connections.StartAsync("support", tenant: "acme", user: "mia");   // IConnections; send the browser to start.Address

        return start.Address;
    }

    internal static async Task CompleteAsync(IConnections connections, Uri callback)
    {
        await connections.CompleteAsync(callback, tenant: "acme", user: "mia");             // when it comes back
    }

    internal static ZendeskClient Theirs(ZendeskClient zendesk)
    {
        var theirs = zendesk.For("acme").OnBehalfOf("mia@example.com");

        return theirs;
    }

    internal static void RegisterAnonymous(App builder)
    {
        builder.Services.AddAnonymousZendesk("help-form", "acme");
    }

    internal static async Task<long> AskAsync(ZendeskAnonymousClient anonymous, NewRequest request)
    {
        var made = await anonymous.CreateRequestAsync(request);   // ZendeskAnonymousClient

        return made.Id;
    }

    internal static bool IsGenuine(string secret, HttpListenerRequest request, byte[] body)
    {
        var signature = new ZendeskWebhookSignature(secret);   // keep it: Webhooks.GetSigningSecretAsync, or the Admin Center

        var verdict = signature.Verify(request.Headers[ZendeskWebhookSignature.SignatureHeader], request.Headers[ZendeskWebhookSignature.TimestampHeader], body);

        return verdict.IsGenuine;
    }

    internal static async Task<string?> KeepUpAsync(ZendeskClient zendesk, long[] ids, DateTimeOffset since, string? checkpoint)
    {
        var job = await zendesk.Tickets.UpdateManyAsync(ids, new TicketUpdate { AddedTags = ["seen"] });
        job = await zendesk.Jobs.WaitAsync(job);   // job.Failures has the tickets that could not be changed

        var page = await zendesk.Exports.TicketsPageAsync(since, new() { After = checkpoint, PageSize = 1000 });
        checkpoint = page.Checkpoint;              // keep it, and go on from it on another day

        return job.IsSuccess ? checkpoint : null;
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
