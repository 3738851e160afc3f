namespace AuthProfiles.AspNetCore.Pages;

/// <summary>Says what a consent gives, and to whose app.</summary>
internal static class ConsentFacts
{
    private static readonly char[] s_separators = [' ', ','];

    /// <summary>Adds what a connection was given.</summary>
    public static void AddGranted(Html html, ConnectionSummary summary) => Add(html, "Allowed", summary.Scope, summary.Scope is null ? null : summary.App);

    /// <summary>Adds what a form will ask for.</summary>
    public static void AddAsked(Html html, ConnectionForm form) => Add(html, "Asks for", form.Scope, form.App);

    private static void Add(Html html, string scopeTitle, string? scope, ConnectionApp? app)
    {
        var scopes = scope?.Split(s_separators, StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (scopes.Length == 0 && app is null)
        {
            return;
        }

        html.Add($"<dl>");
        if (scopes.Length > 0)
        {
            html.Add($"<dt>{scopeTitle}</dt><dd><ul class=\"scopes\">");
            foreach (var one in scopes)
            {
                html.Add($"<li>{one}</li>");
            }

            html.Add($"</ul></dd>");
        }

        if (app is { } known)
        {
            html.Add($"<dt>App</dt><dd>{(known == ConnectionApp.Custom ? "your organisation’s own" : "this application’s")}</dd>");
        }

        html.Add($"</dl>");
    }
}
