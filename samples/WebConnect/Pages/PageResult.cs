using AuthProfiles.Samples.Pages;
using WebConnect.SignIn;
using WebConnect.Tickets;

namespace WebConnect.Pages;

/// <summary>A page of the program, with what all of them have around it.</summary>
/// <param name="title">The title.</param>
/// <param name="main">Adds what is peculiar to the page.</param>
internal sealed class PageResult(string title, Action<PageContext> main) : IResult
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (bytes, headers) = PageFrame.Render($"{title} · Acme Support", AppStyle.Text, html => Add(new(httpContext, html)));
        httpContext.Response.StatusCode = Status;
        foreach (var (name, value) in headers)
        {
            httpContext.Response.Headers[name] = value;
        }

        httpContext.Response.ContentLength = bytes.Length;
        await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    private void Add(PageContext page)
    {
        var html = page.HtmlText;
        html.Add($"<a href=\"#main\" class=\"skip\">Skip to the content</a>");
        html.Add($"<header><p class=\"brand\">Acme Support</p>");
        if (page.Context.User.Identity is { IsAuthenticated: true, Name: var name })
        {
            html.Add($"<nav aria-label=\"Main\"><a href=\"{TicketEndpoints.Address}\">Tickets</a><a href=\"/connections?returnUrl={Uri.EscapeDataString(TicketEndpoints.Address)}\">Connections</a></nav>");
            html.Add($"<form method=\"post\" action=\"{SignInEndpoints.SignOutAddress}\"><span>{name}</span>");
            page.AddToken();
            html.Add($"<button type=\"submit\" class=\"second\">Sign out</button></form>");
        }

        html.Add($"</header>");
        html.Add($"<main id=\"main\">");
        main(page);
        html.Add($"</main>");
    }
}
