using System.Globalization;
using System.Text.Json;

namespace AuthProfiles.Tool.Output;

/// <summary>Writes connections: a row each, or a JSON array.</summary>
internal static class ConnectionTable
{
    private static readonly string[] Titles = ["PROFILE", "TENANT", "USER", "STATE", "APP", "ACCOUNT", "CONSENT ENDS", "SCOPE"];

    public static void Write(Report report, IReadOnlyList<ConnectionSummary> connections)
    {
        if (report.IsJson)
        {
            report.WriteJson(json => WriteJson(json, connections));
            return;
        }

        if (connections.Count == 0)
        {
            report.Progress("No connection is stored.");
            return;
        }

        string[][] rows = [Titles, .. connections.Select(Row)];
        var widths = Titles.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            report.Write(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    // Escaped before it is measured.
    private static string[] Row(ConnectionSummary one) => [.. new[]
    {
        one.Key.Profile,
        one.Key.Tenant,
        one.Key.User,
        one.Fault is { } fault ? $"{one.State} ({fault})" : one.State.ToString(),
        one.App?.ToString(),
        one.AccountLabel,
        one.ConsentEndsAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        one.Scope,
    }.Select(static cell => cell is { Length: > 0 } ? ShownText.Of(ShownText.OneLine(cell)) : "-")];

    private static void WriteJson(Utf8JsonWriter json, IEnumerable<ConnectionSummary> connections)
    {
        json.WriteStartArray();
        foreach (var one in connections)
        {
            json.WriteStartObject();
            json.WriteConnection(one.Key.Profile, one.Key.Tenant, one.Key.User);
            json.WriteString("state", one.State.ToString());
            json.WriteString("fault", one.Fault?.ToString());
            json.WriteString("app", one.App?.ToString());
            json.WriteString("account", one.AccountLabel);
            json.WriteTime("consentEndsAt", one.ConsentEndsAt);
            json.WriteString("scope", one.Scope);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
