using System.Text.Encodings.Web;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Wire;

/// <summary>Writes request bodies into pooled memory.</summary>
internal static class JsonBody
{
    private const int FirstBuffer = 2048;

    // The body is never part of a page, so text that is not ASCII goes out as it is: shorter, and the same to every JSON reader.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes one body.</summary>
    /// <param name="request">What is to be written.</param>
    /// <param name="model">The deployment, where it belongs in the body, or null.</param>
    /// <param name="write">Writes the members of the body's object.</param>
    public static PooledJsonContent Write<T>(T request, string? model, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new PooledBuffer(FirstBuffer);
        try
        {
            using (var json = new Utf8JsonWriter(buffer, Options))
            {
                json.WriteStartObject();
                if (model is not null)
                {
                    json.WriteString("model"u8, model);
                }

                write(json, request);
                json.WriteEndObject();
            }

            return new PooledJsonContent(buffer);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }
}
