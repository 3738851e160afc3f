namespace AuthProfiles.AspNetCore.Pages;

/// <summary>Says in a word or two how a connection stands. The colour and the dot only repeat it.</summary>
internal static class StateMark
{
    public static void Add(Html html, ConnectionView connection)
    {
        var (look, text) = connection.Summary switch
        {
            null => ("off", "Not connected"),
            { Fault: not null } => ("bad", "Can't be read any more: please connect again"),
            { State: ConnectionState.Active, AccountLabel: { } label } => ("on", $"Connected as {label}"),
            { State: ConnectionState.Active } => ("on", "Connected"),
            { State: ConnectionState.AuthorizationRequired } => ("off", "Not connected yet"),
            { State: ConnectionState.Revoked } => ("bad", "Taken back: please connect again"),
            _ => ("bad", "Expired: please connect again"),
        };
        html.Add($"<p class=\"state {look}\"><span aria-hidden=\"true\" class=\"dot\"></span><span>{text}</span></p>");
    }
}
