using System.Text.Json;

namespace AuthProfiles.Tool.Output;

/// <summary>Writes how requests would be authorized: an array, the best match first.</summary>
internal static class ExplanationJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<RequestExplanation> explanations)
    {
        json.WriteStartArray();
        foreach (var one in explanations)
        {
            json.WriteStartObject();
            json.WriteConnection(one.Profile, one.Tenant, one.User);
            json.WriteString("authorizationType", one.AuthorizationType);
            json.WriteString("connection", one.Connection);
            json.WriteString("method", one.Method);
            json.WriteString("address", one.Address);
            json.WriteTexts("origins", one.Origins);
            WriteFields(json, one.Fields);
            json.WriteBoolean("isHeld", one.IsHeld);
            json.WriteTime("expiresAt", one.ExpiresAt);
            json.WriteString("acquiredBy", one.AcquiredBy);
            json.WriteTexts("missing", one.Missing);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFields(Utf8JsonWriter json, IEnumerable<InjectedField> fields)
    {
        json.WriteStartArray("fields");
        foreach (var field in fields)
        {
            json.WriteStartObject();
            json.WriteString("type", field.Type.ToString());
            json.WriteString("key", field.Key);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
