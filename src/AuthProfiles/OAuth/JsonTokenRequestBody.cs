using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

namespace AuthProfiles.OAuth;

/// <summary>The parameters as a JSON object of strings: not of RFC 6749, and what some services ask for.</summary>
internal sealed class JsonTokenRequestBody : ITokenRequestBody
{
    /// <inheritdoc/>
    public HttpRequestMessage Write(Uri address, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var values in parameters.GroupBy(static parameter => parameter.Key, static parameter => parameter.Value, StringComparer.Ordinal))
            {
                writer.WritePropertyName(values.Key);
                WriteValues(writer, [.. values]);
            }

            writer.WriteEndObject();
        }

        var content = new ByteArrayContent(buffer.WrittenSpan.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new(HttpMethod.Post, address) { Content = content };
    }

    // Two members of one name would be read as one of them.
    private static void WriteValues(Utf8JsonWriter writer, string[] values)
    {
        if (values is [var single])
        {
            writer.WriteStringValue(single);
            return;
        }

        writer.WriteStartArray();
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
