using AuthProfiles.Samples.Pages;
using Microsoft.AspNetCore.Antiforgery;

namespace WebConnect.Pages;

/// <summary>What a page is made with.</summary>
/// <param name="context">The web request.</param>
/// <param name="html">The page under way.</param>
internal sealed class PageContext(HttpContext context, HtmlText html)
{
    private AntiforgeryTokenSet? _tokens;

    public HtmlText HtmlText => html;

    public HttpContext Context => context;

    /// <summary>Adds what every form has in it that changes something.</summary>
    public void AddToken()
    {
        _tokens ??= context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        html.Add($"<input type=\"hidden\" name=\"{_tokens.FormFieldName}\" value=\"{_tokens.RequestToken}\">");
    }
}
