using System.Text.Json;

namespace AuthProfiles.Tool.Output;

/// <summary>Writes how a test went.</summary>
internal static class TestResultJson
{
    public static void Write(Utf8JsonWriter json, AuthorizationTestResult result, bool isVerbose)
    {
        json.WriteStartObject();
        json.WriteConnection(result.Profile, result.Tenant, result.User);
        json.WriteBoolean("succeeded", result.Succeeded);
        json.WriteString("stage", result.Stage.ToString());
        json.WriteString("message", result.Message);
        json.WriteTexts("warnings", result.Warnings);
        json.WriteNumber("durationMilliseconds", (long)result.Duration.TotalMilliseconds);
        json.WritePropertyName("error");
        if (result.Error is { } error)
        {
            json.WriteError(error);
        }
        else
        {
            json.WriteNullValue();
        }

        if (isVerbose)
        {
            WriteRequest(json, result.Request);
            WriteResponse(json, result.Response);
        }

        json.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter json, AuthorizationTestRequest? request)
    {
        if (request is null)
        {
            json.WriteNull("request");
            return;
        }

        json.WriteStartObject("request");
        json.WriteString("method", request.Method);
        json.WriteString("address", request.Address);
        WriteHeaders(json, request.Headers);
        json.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter json, AuthorizationTestResponse? response)
    {
        if (response is null)
        {
            json.WriteNull("response");
            return;
        }

        json.WriteStartObject("response");
        json.WriteNumber("statusCode", response.StatusCode);
        WriteHeaders(json, response.Headers);
        json.WriteString("body", response.Body);
        json.WriteEndObject();
    }

    // A list, because a header may come twice.
    private static void WriteHeaders(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, string>> headers)
    {
        json.WriteStartArray("headers");
        foreach (var (name, value) in headers)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
