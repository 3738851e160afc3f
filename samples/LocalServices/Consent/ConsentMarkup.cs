using AuthProfiles.Samples.Pages;

namespace AuthProfiles.Samples.Consent;

/// <summary>The pages of the local login: who are you, do you allow it, and what is wrong.</summary>
internal static class ConsentMarkup
{
    public static void AddAccounts(HtmlText html, string provider, ConsentRequest consent, IEnumerable<string> accounts)
    {
        Begin(html, provider, "Sign in");
        html.Add($"<p>Choose an account to go on to <strong>{consent.Client}</strong>.</p>");
        html.Add($"<ul class=\"accounts\">");
        foreach (var account in accounts)
        {
            html.Add($"<li><a href=\"{consent.With(account)}\">{account}</a></li>");
        }

        html.Add($"</ul>");
        End(html);
    }

    public static void AddDecision(HtmlText html, string provider, ConsentRequest consent, string account)
    {
        Begin(html, provider, $"Allow {consent.Client} to use your account?");
        html.Add($"<p>You are signed in as <strong>{account}</strong>. <a href=\"{consent.With(account: null)}\">Use another account</a></p>");
        if (consent.Scopes.Count > 0)
        {
            html.Add($"<p id=\"scopes\">It asks for:</p>");
            html.Add($"<ul class=\"scopes\" aria-labelledby=\"scopes\">");
            foreach (var scope in consent.Scopes)
            {
                html.Add($"<li>{scope}</li>");
            }

            html.Add($"</ul>");
        }

        html.Add($"<form method=\"post\" action=\"{consent.With(account)}\" class=\"actions\">");
        html.Add($"<button type=\"submit\" name=\"{ConsentPages.Decision}\" value=\"{ConsentPages.Allow}\">Allow</button>");
        html.Add($"<button type=\"submit\" name=\"{ConsentPages.Decision}\" value=\"deny\" class=\"second\">Deny</button>");
        html.Add($"</form>");
        html.Add($"<p class=\"small\">You will return to {consent.ReturnsTo}</p>");
        End(html);
    }

    public static void AddFault(HtmlText html, string provider, string fault)
    {
        Begin(html, provider, "This can't be answered");
        html.Add($"<p class=\"bad\" role=\"alert\">{fault}</p>");
        html.Add($"<p>Nobody is sent back, because it is not sure who has asked. Go back to the application and begin again.</p>");
        End(html);
    }

    private static void Begin(HtmlText html, string provider, string heading)
    {
        html.Add($"<main>");
        html.Add($"<p class=\"provider\">{provider} · a local stand-in for a provider's login</p>");
        html.Add($"<h1>{heading}</h1>");
    }

    private static void End(HtmlText html) => html.Add($"</main>");
}
