using System.Globalization;
using AuthProfiles.Samples.Pages;
using AuthProfiles.Zendesk;
using WebConnect.Pages;

namespace WebConnect.Tickets;

/// <summary>The pages of the tickets.</summary>
internal static class TicketMarkup
{
    public static void AddList(HtmlText html, IReadOnlyList<Ticket> tickets)
    {
        html.Add($"<h1>Open tickets</h1>");
        if (tickets.Count == 0)
        {
            html.Add($"<p>Nothing is open.</p>");
            return;
        }

        html.Add($"<table><thead><tr><th scope=\"col\">No.</th><th scope=\"col\">Subject</th><th scope=\"col\">Tags</th><th scope=\"col\" class=\"date\">Created</th></tr></thead><tbody>");
        foreach (var ticket in tickets)
        {
            html.Add($"<tr><td class=\"number\">{ticket.Id}</td><th scope=\"row\"><a href=\"{TicketEndpoints.AddressOf(ticket.Id)}\">{ticket.Subject ?? "(no subject)"}</a></th><td>{string.Join(", ", ticket.Tags)}</td><td class=\"date\">{Date(ticket.CreatedAt)}</td></tr>");
        }

        html.Add($"</tbody></table>");
    }

    public static void Add(PageContext page, TicketView view)
    {
        var (html, ticket) = (page.HtmlText, view.Ticket);
        html.Add($"<p class=\"back\"><a href=\"{TicketEndpoints.Address}\">All open tickets</a></p>");
        AddNotice(html, view);
        html.Add($"<h1>{ticket.Subject ?? "(no subject)"}</h1>");
        html.Add($"<ul class=\"chips\" aria-label=\"Status and tags\"><li>{ticket.Status?.Value ?? "new"}</li>");
        foreach (var tag in ticket.Tags)
        {
            html.Add($"<li>{tag}</li>");
        }

        html.Add($"</ul>");
        AddTriage(page, view);
        html.Add($"<section class=\"card\" aria-labelledby=\"conversation\"><h2 id=\"conversation\">Conversation</h2>");
        foreach (var comment in view.Comments)
        {
            html.Add($"<div class=\"comment\"><p class=\"small\">{Date(comment.CreatedAt)}{(comment.IsPublic ? string.Empty : " · internal, unseen by the customer")}</p>");
            html.Add($"<p class=\"text\">{comment.PlainBody ?? comment.Body}</p></div>");
        }

        html.Add($"</section>");
    }

    private static void AddNotice(HtmlText html, TicketView view)
    {
        if (view is { Notice: TicketView.Done, Outcome: { } outcome })
        {
            html.Add($"<p class=\"notice\" role=\"status\">Triaged: the priority is {outcome.Priority}. An internal comment and tags were written to the ticket.</p>");
        }
        else if (view.Notice == TicketView.Undone)
        {
            html.Add($"<p class=\"notice failure\" role=\"alert\">The model gave no summary and priority, so nothing was written. Please try again.</p>");
        }
    }

    private static void AddTriage(PageContext page, TicketView view)
    {
        var html = page.HtmlText;
        html.Add($"<section class=\"card\" aria-labelledby=\"triage\"><h2 id=\"triage\">Triage</h2>");
        if (view.Outcome is { } outcome)
        {
            html.Add($"<p>Priority: <span class=\"priority\">{outcome.Priority}</span></p>");
            html.Add($"<p class=\"text\">{outcome.Summary}</p>");
        }

        if (view.CanTriage)
        {
            html.Add($"<form method=\"post\" action=\"{TicketEndpoints.AddressOf(view.Ticket.Id)}/triage\">");
            page.AddToken();
            html.Add($"<button type=\"submit\">{(view.Outcome is null ? "Triage" : "Triage again")}</button></form>");
        }
        else
        {
            html.Add($"<p>A model reads the ticket, sums it up and says how urgent it is. It is asked as you.</p>");
            html.Add($"<p><a class=\"button\" href=\"{TicketEndpoints.ConnectAddress(Sections.AzureOpenAI, TicketEndpoints.AddressOf(view.Ticket.Id))}\">Connect Azure OpenAI first</a></p>");
        }

        html.Add($"</section>");
    }

    private static string Date(DateTimeOffset? time) => time?.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture) ?? string.Empty;
}
