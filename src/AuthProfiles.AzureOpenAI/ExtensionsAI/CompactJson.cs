using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>Writes values as the JSON that a model reads: without white space and without needless escapes, because every character is paid for.</summary>
internal static class CompactJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The type whose form it gets; object for its own.</param>
    /// <exception cref="NotSupportedException">The type has no JSON form that is known without reflection.</exception>
    public static string Of(object value, Type type)
    {
        var utf8 = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(utf8, Options))
        {
            JsonSerializer.Serialize(json, value, AIJsonUtilities.DefaultOptions.GetTypeInfo(type));
        }

        return Encoding.UTF8.GetString(utf8.WrittenSpan);
    }
}
