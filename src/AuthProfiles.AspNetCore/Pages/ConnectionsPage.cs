using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace AuthProfiles.AspNetCore.Pages;

/// <summary>The page as it comes: plain, without a script, and with nothing loaded from anywhere.</summary>
internal sealed class ConnectionsPage : IConnectionsPage
{
    public Task WriteAsync(HttpContext context, ConnectionsView view)
    {
        var nonce = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'nonce-{nonce}'; base-uri 'none'; frame-ancestors 'none'";
        return context.Response.WriteAsync(Render(view, nonce), Encoding.UTF8, context.RequestAborted);
    }

    private static string Render(ConnectionsView view, string nonce)
    {
        var one = view.Connections.Count == 1 ? view.Connections[0] : null;
        var heading = one?.Title ?? "Your connections";
        var html = new Html();
        html.Add($"<!DOCTYPE html>");
        html.Add($"<html lang=\"en\">");
        html.Add($"<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{TitleOf(view, one, heading)}</title><style nonce=\"{nonce}\">");
        PageStyle.Add(html);
        html.Add($"</style></head>");
        html.Add($"<body><main>");
        AddWayBack(html, view, one is not null);
        html.Add($"<h1");
        FormParts.AddAttribute(html, "id", one is null ? null : ConnectionCard.HeadingOf(one));
        html.Add($">{heading}</h1>");
        AddNotice(html, view);
        if (view is { Connections.Count: 0, Notice: null })
        {
            html.Add($"<section><p>There is nothing to connect. This application uses no accounts of yours.</p></section>");
        }

        foreach (var connection in view.Connections)
        {
            new ConnectionCard(html, view, connection).Add(isAlone: one is not null);
        }

        html.Add($"</main></body></html>");
        return html.ToString();
    }

    // A screen reader says the title first, so it says what has happened.
    private static string TitleOf(ConnectionsView view, ConnectionView? one, string heading) =>
        view.IsFailure ? $"Not done: {heading}" : one?.Test is { } test ? $"{TestReport.Outcome(test)}: {heading}" : heading;

    private static void AddWayBack(Html html, ConnectionsView view, bool isOne)
    {
        if (view.ReturnUrl is { } address)
        {
            html.Add($"<p class=\"back\"><a href=\"{address}\">Back to where you were</a></p>");
        }
        else if (isOne)
        {
            html.Add($"<p class=\"back\"><a href=\"{view.ListAddress}\">All connections</a></p>");
        }
    }

    // It takes the focus, which needs no script: who can't see the page hears it first.
    private static void AddNotice(Html html, ConnectionsView view)
    {
        if (view.Notice is { } notice)
        {
            html.Add($"<p class=\"notice {(view.IsFailure ? "failure" : "news")}\" role=\"{(view.IsFailure ? "alert" : "status")}\" tabindex=\"-1\" autofocus>{notice}</p>");
        }
    }
}
