using System.Text.Json;

namespace AuthProfiles.Tool.Output;

/// <summary>Writes what several commands have in their results. The names are promised.</summary>
internal static class JsonWriting
{
    public static void WriteConnection(this Utf8JsonWriter json, string profile, string? tenant, string? user)
    {
        json.WriteString("profile", profile);
        json.WriteString("tenant", tenant);
        json.WriteString("user", user);
    }

    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            json.WriteString(name, known.ToUniversalTime());
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteFinding(this Utf8JsonWriter json, SettingFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("severity", finding.Severity());
        json.WriteString("setting", finding.Setting);
        json.WriteString("message", finding.Message);
        json.WriteString("cure", finding.Cure);
        json.WriteEndObject();
    }

    public static void WriteError(this Utf8JsonWriter json, AuthorizationException error)
    {
        json.WriteStartObject();
        json.WriteString("kind", error.Kind.ToString());
        json.WriteString("message", error.Message);
        json.WriteConnection(error.Profile, error.Tenant, error.User);
        json.WriteString("errorCode", error.ErrorCode);
        json.WriteBoolean("isTransient", error.IsTransient);
        json.WriteStartArray("findings");
        foreach (var finding in error.Findings)
        {
            json.WriteFinding(finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Returns how bad a finding is, in a word.</summary>
    public static string Severity(this SettingFinding finding) => finding.IsWarning ? "warning" : "error";
}
