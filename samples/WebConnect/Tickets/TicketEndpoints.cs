using AuthProfiles;
using AuthProfiles.AspNetCore;
using AuthProfiles.Zendesk;
using WebConnect.Pages;

namespace WebConnect.Tickets;

/// <summary>The tickets: all that are open, one of them, and its triage.</summary>
internal static class TicketEndpoints
{
    public const string Address = "/tickets";

    private const int MostShown = 50;

    public static void MapTickets(this WebApplication app)
    {
        var tickets = app.MapGroup(Address).RequireAuthorization();
        tickets.MapGet("/", ListAsync);
        tickets.MapGet("/{id:long}", ShowAsync);
        tickets.MapPost("/{id:long}/triage", TriageAsync).FromOwnForms();
    }

    public static string AddressOf(long id) => $"{Address}/{id}";

    /// <summary>Where a user connects an account of theirs, to come back to a page.</summary>
    public static string ConnectAddress(string profile, string returnUrl) => $"/connections/{profile}?returnUrl={Uri.EscapeDataString(returnUrl)}";

    // Whoever has not connected yet is led to the consent, and back here: UseAuthProfiles.
    private static async Task<IResult> ListAsync(ZendeskClient zendesk, CancellationToken cancellationToken)
    {
        var open = new List<Ticket>();
        await foreach (var ticket in zendesk.Tickets.ListAsync(cancellationToken: cancellationToken))
        {
            if (ticket.Status != TicketStatus.Solved && ticket.Status != TicketStatus.Closed)
            {
                open.Add(ticket);
            }

            if (open.Count == MostShown)
            {
                break;
            }
        }

        return new PageResult("Open tickets", page => TicketMarkup.AddList(page.HtmlText, open));
    }

    private static async Task<IResult> ShowAsync(long id, HttpContext context, ZendeskClient zendesk, IConnections connections, ISignedInUser users, CancellationToken cancellationToken)
    {
        var ticket = await zendesk.Tickets.GetAsync(id, cancellationToken);
        var comments = new List<TicketComment>();
        await foreach (var comment in zendesk.Tickets.Comments.ListAsync(id, cancellationToken: cancellationToken))
        {
            comments.Add(comment);
        }

        var (tenant, user) = users.Find(context)!.Value;
        var model = await connections.FindAsync(Sections.AzureOpenAI, tenant, user, cancellationToken);
        var view = new TicketView(ticket, comments, CanTriage: model is { State: ConnectionState.Active, Fault: null }, Notice: context.Request.Query["triage"]);
        return new PageResult($"Ticket {id}", page => TicketMarkup.Add(page, view));
    }

    private static async Task<IResult> TriageAsync(long id, Triage triage, CancellationToken cancellationToken)
    {
        try
        {
            var isDone = await triage.RunAsync(id, cancellationToken);
            return new SeeOther($"{AddressOf(id)}?triage={(isDone ? TicketView.Done : TicketView.Undone)}");
        }
        catch (AuthorizationRequiredException error)
        {
            // A form can't be come back to: what is come back to is the page that it is on.
            return new SeeOther(ConnectAddress(error.Profile, AddressOf(id)));
        }
    }
}
