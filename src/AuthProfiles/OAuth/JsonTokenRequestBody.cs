using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

namespace AuthProfiles.OAuth;

/// <summary>The parameters as a JSON object of strings: not of RFC 6749, and what some services ask for.</summary>
internal sealed class JsonTokenRequestBody : ITokenRequestBody
{
    /// <inheritdoc/>
    public HttpContent Write(IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in parameters)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        var content = new ByteArrayContent(buffer.WrittenSpan.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
