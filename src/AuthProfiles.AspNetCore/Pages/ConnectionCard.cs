namespace AuthProfiles.AspNetCore.Pages;

/// <summary>One connection on the page: what it is, whose app it goes by, and what can be done with it.</summary>
internal sealed class ConnectionCard(Html html, ConnectionsView view, ConnectionView connection)
{
    /// <summary>Returns the id of the heading that names a connection, on the card or above it.</summary>
    public static string HeadingOf(ConnectionView connection) => $"connection-{ElementId.Of(connection.Profile)}";

    private static void AddForms(IEnumerable<ConnectionFormMarkup> forms)
    {
        foreach (var form in forms)
        {
            form.Add();
        }
    }

    /// <summary>Adds the card.</summary>
    /// <param name="isAlone">Whether the page's own heading is the connection's name.</param>
    public void Add(bool isAlone)
    {
        var heading = HeadingOf(connection);
        html.Add($"<section aria-labelledby=\"{heading}\">");
        if (!isAlone)
        {
            html.Add($"<h2 id=\"{heading}\">{connection.Title}</h2>");
        }

        if (connection.Description is { } description)
        {
            html.Add($"<p>{description}</p>");
        }

        StateMark.Add(html, connection);
        if (connection.IsConnected)
        {
            ConsentFacts.AddGranted(html, connection.Summary!);
        }

        var forms = connection.Forms.Select(form => new ConnectionFormMarkup(html, view, connection, form)).ToArray();
        AddForms(forms.Where(static form => !form.IsButtonAlone));
        AddActions(forms.Where(static form => form.IsButtonAlone));
        if (connection.Test is { } test)
        {
            new TestReport(html, test).Add();
        }

        html.Add($"</section>");
    }

    private void AddActions(IEnumerable<ConnectionFormMarkup> buttons)
    {
        if (connection.Summary is null)
        {
            return;
        }

        html.Add($"<div class=\"actions\">");
        AddAction(connection.TestAddress, "Test", "second");
        AddForms(buttons);
        AddAction(connection.DisconnectAddress, "Disconnect", "danger");
        html.Add($"</div>");
    }

    private void AddAction(string address, string text, string look)
    {
        html.Add($"<form method=\"post\" action=\"{address}\">");
        FormParts.AddHidden(html, view);
        FormParts.AddButton(html, text, connection.Title, look);
        html.Add($"</form>");
    }
}
