namespace AuthProfiles.AspNetCore.Pages;

/// <summary>One connection on the page: what it is, whose app it goes by, and what can be done with it.</summary>
internal sealed class ConnectionCard(Html html, ConnectionsView view, ConnectionView connection, bool isOne)
{
    public void Add()
    {
        var heading = $"connection-{connection.Profile}";
        html.Add($"<section aria-labelledby=\"{heading}\">");

        // Where there is one, the page's own heading says it.
        html.Add($"<h2 id=\"{heading}\" class=\"{(isOne ? "quiet" : "title")}\">{connection.Title}</h2>");
        if (connection.Description is { } description)
        {
            html.Add($"<p>{description}</p>");
        }

        AddState();
        foreach (var form in connection.Forms)
        {
            new ConnectionFormMarkup(html, view, connection, form).Add();
        }

        if (connection.Summary is not null)
        {
            html.Add($"<div class=\"actions\">");
            AddAction(connection.TestAddress, "Test");
            AddAction(connection.DisconnectAddress, "Disconnect");
            html.Add($"</div>");
        }

        if (connection.Test is { } test)
        {
            new TestReport(html, test).Add();
        }

        html.Add($"</section>");
    }

    private void AddState()
    {
        var (mark, text) = connection.Summary switch
        {
            null => ("off", "Not connected"),
            { Fault: not null } => ("bad", "Can't be read any more: please connect again"),
            { State: ConnectionState.Active, AccountLabel: { } label } => ("on", $"Connected as {label}"),
            { State: ConnectionState.Active } => ("on", "Connected"),
            { State: ConnectionState.AuthorizationRequired } => ("off", "Not connected yet"),
            { State: ConnectionState.Revoked } => ("bad", "Taken back: please connect again"),
            _ => ("bad", "Expired: please connect again"),
        };
        html.Add($"<p class=\"state {mark}\"><span aria-hidden=\"true\" class=\"dot\"></span>{text}</p>");
        if (connection is { IsConnected: true, Summary.Scope: { Length: > 0 } scope })
        {
            html.Add($"<p class=\"small\">Granted: {scope}</p>");
        }
    }

    private void AddAction(string address, string text)
    {
        html.Add($"<form method=\"post\" action=\"{address}\">");
        FormParts.AddHidden(html, view);
        html.Add($"<button type=\"submit\" class=\"second\" aria-label=\"{text} {connection.Title}\">{text}</button></form>");
    }
}
