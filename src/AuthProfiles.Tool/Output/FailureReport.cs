using System.Text.Json;

namespace AuthProfiles.Tool.Output;

/// <summary>Says why there is no result: a text on standard error and, where a script asked for JSON, an object with a member <c>error</c>.</summary>
internal static class FailureReport
{
    public static int Usage(Report report, string message) => Fail(report, nameof(Usage), message, ExitCode.Usage);

    public static int Stopped(Report report) => Fail(report, nameof(Stopped), "Stopped.", ExitCode.Stopped);

    public static int Authorization(Report report, AuthorizationException error)
    {
        report.Tell(ToolWords.Of(error.Message, error.Profile, error.Tenant, error.User));
        if (OwnClients.Explain(error) is { } own)
        {
            report.Tell(own);
        }

        if (report.IsJson)
        {
            report.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("error");
                json.WriteError(error);
                json.WriteEndObject();
            });
        }

        return ExitCode.Of(error);
    }

    /// <summary>Reports what should not have happened: where, and not what its message says.</summary>
    public static int Defect(Report report, Exception error)
    {
        report.Tell(error.StackTrace ?? string.Empty);
        return Fail(report, nameof(Defect), $"This is a defect of the tool ({error.GetType().Name}). Please report it with the lines above.", ExitCode.Defect);
    }

    private static int Fail(Report report, string kind, string message, int code)
    {
        report.Tell(message);
        if (report.IsJson)
        {
            report.WriteJson(json => Write(json, kind, message));
        }

        return code;
    }

    private static void Write(Utf8JsonWriter json, string kind, string message)
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("kind", kind);
        json.WriteString("message", message);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
