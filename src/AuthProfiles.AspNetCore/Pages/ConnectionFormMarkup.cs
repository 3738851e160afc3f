namespace AuthProfiles.AspNetCore.Pages;

/// <summary>The form of one way to connect: whose app the consent is for, what it asks for, and the inputs.</summary>
internal sealed class ConnectionFormMarkup(Html html, ConnectionsView view, ConnectionView connection, ConnectionForm form)
{
    public void Add()
    {
        html.Add($"<form method=\"post\" action=\"{connection.ConnectAddress}\" class=\"connect\">");
        FormParts.AddHidden(html, view);
        if (form.AsksConsent)
        {
            AddConsent();
        }

        foreach (var field in form.Fields)
        {
            Add(field);
        }

        var text = connection.IsConnected ? "Connect again" : "Connect";
        html.Add($"<button type=\"submit\" aria-label=\"{text} {connection.Title}\">{text}</button></form>");
    }

    private void AddConsent()
    {
        if (form.App is { } app)
        {
            html.Add($"<p class=\"small\">{(app == ConnectionApp.Custom ? "Your organisation's own app receives the access." : "This application's app receives the access.")}</p>");
        }

        if (form.Scope is { Length: > 0 } scope)
        {
            html.Add($"<p class=\"small\">It asks for: {scope}</p>");
        }
    }

    private void Add(AdditionalField field)
    {
        var id = $"{connection.Profile}-{form.AuthorizationType}-{field.Key}";
        var isRequired = !field.Optional;
        html.Add($"<div class=\"field\"><label for=\"{id}\">{field.Title ?? field.Key}{(isRequired ? string.Empty : " (optional)")}</label>");
        var hint = field.Hint is null ? string.Empty : $"{id}-hint";
        if (field.Hint is { } text)
        {
            html.Add($"<p class=\"hint\" id=\"{hint}\">{text}</p>");
        }

        html.Add($"<input id=\"{id}\" name=\"input.{field.Key}\" type=\"{(field.Secret ? "password" : "text")}\" maxlength=\"{field.MaxLength}\" autocomplete=\"off\" spellcheck=\"false\"");
        AddAttribute("placeholder", field.Example);
        AddAttribute("pattern", field.Pattern);
        AddAttribute("aria-describedby", hint.Length == 0 ? null : hint);
        AddAttribute("required", isRequired ? "required" : null);
        html.Add($"></div>");
    }

    private void AddAttribute(string name, string? value)
    {
        if (value is not null)
        {
            html.Add($" {name}=\"{value}\"");
        }
    }
}
