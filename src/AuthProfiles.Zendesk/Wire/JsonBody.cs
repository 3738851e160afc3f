using System.Buffers;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>Makes JSON contents that are in memory and can be sent any number of times.</summary>
internal static class JsonBody
{
    // The text is never put into a page: escaping every letter beyond ASCII would only make it up to six times longer.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an object with the members that <paramref name="members"/> writes.</summary>
    public static ByteArrayContent Of<T>(T value, Action<Utf8JsonWriter, T> members)
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
        var content = new ByteArrayContent(written.Array!, written.Offset, written.Count);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    /// <summary>Writes an object whose one member is the record, such as <c>ticket</c>.</summary>
    public static ByteArrayContent Of<T>(string name, T record, Action<Utf8JsonWriter, T> members) => Of((name, record, members), static (writer, body) =>
    {
        writer.WriteStartObject(body.name);
        body.members(writer, body.record);
        writer.WriteEndObject();
    });

    /// <summary>Writes an object whose one member is a list of records, such as <c>tickets</c>.</summary>
    public static ByteArrayContent OfList<T>(string name, IEnumerable<T> records, Action<Utf8JsonWriter, T> members) => Of((name, records, members), static (writer, body) =>
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
}
