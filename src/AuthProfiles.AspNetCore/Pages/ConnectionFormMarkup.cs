namespace AuthProfiles.AspNetCore.Pages;

/// <summary>The form of one way to connect: what the consent gives and to whom, and the inputs.</summary>
internal sealed class ConnectionFormMarkup(Html html, ConnectionsView view, ConnectionView connection, ConnectionForm form)
{
    /// <summary>Gets a value indicating whether nothing is to be read or typed, so that the form stands among the other buttons.</summary>
    public bool IsButtonAlone => connection.IsConnected && form.Fields.Count == 0;

    private string Text => connection.Summary is null or { State: ConnectionState.AuthorizationRequired, Fault: null } ? "Connect" : "Connect again";

    public void Add()
    {
        if (IsButtonAlone)
        {
            AddForm();
        }
        else if (connection.IsConnected)
        {
            // What is connected is seldom connected again: its inputs stay out of the way, but for the ones that were just refused.
            html.Add($"<details");
            FormParts.AddAttribute(html, "open", view.IsFailure ? string.Empty : null);
            html.Add($"><summary>Connect with other values</summary>");
            AddForm();
            html.Add($"</details>");
        }
        else
        {
            AddForm();
        }
    }

    private void AddForm()
    {
        html.Add($"<form method=\"post\" action=\"{connection.ConnectAddress}\" class=\"connect\">");
        FormParts.AddHidden(html, view);
        if (form.AsksConsent && !connection.IsConnected)
        {
            ConsentFacts.AddAsked(html, form);
        }

        foreach (var field in form.Fields)
        {
            Add(field);
        }

        FormParts.AddButton(html, Text, connection.Title, connection.IsConnected ? "second" : "first");
        html.Add($"</form>");
    }

    private void Add(AdditionalField field)
    {
        var id = $"{ElementId.Of(connection.Profile)}-{form.AuthorizationType}-{field.Key}";
        html.Add($"<div class=\"field\"><label for=\"{id}\">{field.Title ?? field.Key}{(field.Optional ? " (optional)" : string.Empty)}</label>");
        var hint = field.Hint is null ? null : $"{id}-hint";
        if (hint is not null)
        {
            html.Add($"<p class=\"hint\" id=\"{hint}\">{field.Hint}</p>");
        }

        html.Add($"<input id=\"{id}\" name=\"input.{field.Key}\" type=\"{(field.Secret ? "password" : "text")}\" maxlength=\"{field.MaxLength}\" autocomplete=\"off\" autocapitalize=\"none\" spellcheck=\"false\"");
        FormParts.AddAttribute(html, "placeholder", field.Example);
        FormParts.AddAttribute(html, "pattern", field.Pattern);

        // Browsers say it beside "does not fit the pattern", which alone tells nobody what fits.
        FormParts.AddAttribute(html, "title", field.Pattern is null ? null : field.Hint);
        FormParts.AddAttribute(html, "aria-describedby", hint);
        FormParts.AddAttribute(html, "required", field.Optional ? null : string.Empty);
        html.Add($"></div>");
    }
}
