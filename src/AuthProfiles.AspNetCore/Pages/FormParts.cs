using AuthProfiles.AspNetCore.Endpoints;

namespace AuthProfiles.AspNetCore.Pages;

/// <summary>What every form has in it.</summary>
internal static class FormParts
{
    public static void AddHidden(Html html, ConnectionsView view)
    {
        html.Add($"<input type=\"hidden\" name=\"{view.Antiforgery.FormFieldName}\" value=\"{view.Antiforgery.RequestToken}\">");
        if (view.ReturnUrl is { } address)
        {
            html.Add($"<input type=\"hidden\" name=\"{EndpointNames.ReturnUrl}\" value=\"{address}\">");
        }
    }
}
