using System.Buffers;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>JSON that is in memory and can be sent any number of times.</summary>
internal sealed class JsonBody : ApiBody
{
    // The text is never put into a page: escaping every letter beyond ASCII would only make it up to six times longer.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArraySegment<byte> _utf8;

    private JsonBody(ArraySegment<byte> utf8) => _utf8 = utf8;

    /// <summary>Writes an object with the members that <paramref name="members"/> writes.</summary>
    public static JsonBody Of<T>(T value, Action<Utf8JsonWriter, T> members)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            members(writer, value);
            writer.WriteEndObject();
        }

        // The buffer is ours alone: its memory is the content's, without a copy.
        _ = MemoryMarshal.TryGetArray(buffer.WrittenMemory, out var written);
        return new(written);
    }

    /// <summary>Writes an object whose one member is the record, such as <c>ticket</c>.</summary>
    public static JsonBody Of<T>(string name, T record, Action<Utf8JsonWriter, T> members) => Of((name, record, members), static (writer, body) =>
    {
        writer.WriteStartObject(body.name);
        body.members(writer, body.record);
        writer.WriteEndObject();
    });

    /// <summary>Writes an object whose one member is a list of records, such as <c>tickets</c>.</summary>
    public static JsonBody OfList<T>(string name, IEnumerable<T> records, Action<Utf8JsonWriter, T> members) => Of((name, records, members), static (writer, body) =>
    {
        writer.WriteStartArray(body.name);
        foreach (var record in body.records)
        {
            writer.WriteStartObject();
            body.members(writer, record);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public override HttpContent ToContent() =>
        new ByteArrayContent(_utf8.Array!, _utf8.Offset, _utf8.Count) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
