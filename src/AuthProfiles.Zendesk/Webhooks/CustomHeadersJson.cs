using System.Text;
using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Webhooks;

/// <summary>Reads and writes the headers that a webhook's requests carry.</summary>
internal static class CustomHeadersJson
{
    public static Dictionary<string, string>? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (json.NextMember(out var name))
        {
            var header = Encoding.UTF8.GetString(name);
            if (json.Text() is { } value)
            {
                headers[header] = value;
            }
        }

        return headers;
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, string>? headers)
    {
        if (headers is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        foreach (var (header, value) in headers)
        {
            writer.WriteString(header, value);
        }

        writer.WriteEndObject();
    }
}
