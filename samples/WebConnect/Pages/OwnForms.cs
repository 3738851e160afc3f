using Microsoft.AspNetCore.Antiforgery;

namespace WebConnect.Pages;

/// <summary>Takes a form only from a page of this program.</summary>
internal static class OwnForms
{
    public static void FromOwnForms(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(static async (invocation, next) =>
    {
        var context = invocation.HttpContext;
        return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
            ? await next(invocation)
            : new PageResult("Please try again", static page =>
            {
                page.HtmlText.Add($"<h1>Please try again</h1>");
                page.HtmlText.Add($"<p>This form was made for another session: nothing was done. Go back, load the page again, and send it once more.</p>");
            })
            { Status = StatusCodes.Status400BadRequest };
    });
}
