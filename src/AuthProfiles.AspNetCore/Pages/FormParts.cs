using AuthProfiles.AspNetCore.Endpoints;

namespace AuthProfiles.AspNetCore.Pages;

/// <summary>What the forms have in common.</summary>
internal static class FormParts
{
    /// <summary>Adds what every form sends along.</summary>
    public static void AddHidden(Html html, ConnectionsView view)
    {
        html.Add($"<input type=\"hidden\" name=\"{view.Antiforgery.FormFieldName}\" value=\"{view.Antiforgery.RequestToken}\">");
        if (view.ReturnUrl is { } address)
        {
            html.Add($"<input type=\"hidden\" name=\"{EndpointNames.ReturnUrl}\" value=\"{address}\">");
        }
    }

    /// <summary>Adds the button that sends a form. Who can't see the card is told which connection it is for.</summary>
    public static void AddButton(Html html, string text, string title, string look) =>
        html.Add($"<button type=\"submit\" class=\"{look}\">{text} <span class=\"unseen\">{title}</span></button>");

    /// <summary>Adds an attribute to the element that is open, unless it has no value.</summary>
    public static void AddAttribute(Html html, string name, string? value)
    {
        if (value is not null)
        {
            html.Add($" {name}=\"{value}\"");
        }
    }
}
