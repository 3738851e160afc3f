using System.Text;
using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Errors;

/// <summary>Reads the shapes that Zendesk's refusals come in; what has none of them is plain text, or HTML, of which nothing is kept.</summary>
internal static class ErrorBodyReader
{
    private const int MostDetails = 50;

    public static ErrorBody Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                return ReadObject(ref reader);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or cut off: below.
        }

        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 1024)]).Trim();
        return text.StartsWith('<') || text.StartsWith('{') ? ErrorBody.Empty : new ErrorBody(null, ServerText.Clean(text), []);
    }

    private static ErrorBody ReadObject(ref Utf8JsonReader reader)
    {
        string? code = null, description = null;
        List<ZendeskFieldError> details = [];
        while (JsonReading.NextMember(ref reader))
        {
            var name = JsonReading.Name(ref reader);
            reader.Read();
            switch (name)
            {
                case var _ when name.SequenceEqual("error"u8) && reader.TokenType == JsonTokenType.StartObject:
                    var error = ReadEntry(ref reader, string.Empty);
                    (code, description) = (error.Code, error.Description ?? description);
                    break;
                case var _ when name.SequenceEqual("error"u8):
                    code = ServerText.Clean(JsonReading.Text(ref reader));
                    break;
                case var _ when name.SequenceEqual("description"u8) || name.SequenceEqual("error_description"u8) || name.SequenceEqual("message"u8):
                    description = ServerText.Clean(JsonReading.Text(ref reader)) ?? description;
                    break;
                case var _ when name.SequenceEqual("details"u8):
                    ReadDetails(ref reader, details);
                    break;
                case var _ when name.SequenceEqual("errors"u8):
                    ReadEntries(ref reader, string.Empty, details);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        // In the shape {"errors":[…]} the first entry is the error itself.
        return code is null && description is null && details is [{ Field: "" } first, ..]
            ? new ErrorBody(first.Code, first.Description, details.Skip(1).ToArray())
            : new ErrorBody(code, description, details);
    }

    private static void ReadDetails(ref Utf8JsonReader reader, List<ZendeskFieldError> details)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            ReadEntries(ref reader, string.Empty, details);
            return;
        }

        while (JsonReading.NextMember(ref reader))
        {
            var field = ServerText.Clean(reader.GetString()) ?? string.Empty;
            reader.Read();
            ReadEntries(ref reader, field, details);
        }
    }

    private static void ReadEntries(ref Utf8JsonReader reader, string field, List<ZendeskFieldError> details)
    {
        var entries = reader.TokenType == JsonTokenType.StartArray
            ? JsonReading.List(ref reader, (ref Utf8JsonReader entry) => ReadEntry(ref entry, field))
            : [ReadEntry(ref reader, field)];
        details.AddRange(entries.Take(MostDetails - details.Count));
    }

    /// <summary>Reads a text, or an object with a code and a sentence under any of the names they have.</summary>
    private static ZendeskFieldError ReadEntry(ref Utf8JsonReader reader, string field)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return new(field, null, ServerText.Clean(JsonReading.Text(ref reader)));
        }

        string? code = null, title = null, description = null;
        while (JsonReading.NextMember(ref reader))
        {
            var name = JsonReading.Name(ref reader);
            reader.Read();
            switch (name)
            {
                case var _ when name.SequenceEqual("error"u8) || name.SequenceEqual("code"u8):
                    code = ServerText.Clean(JsonReading.Text(ref reader));
                    break;
                case var _ when name.SequenceEqual("title"u8):
                    title = ServerText.Clean(JsonReading.Text(ref reader));
                    break;
                case var _ when name.SequenceEqual("description"u8) || name.SequenceEqual("detail"u8) || name.SequenceEqual("message"u8):
                    description = ServerText.Clean(JsonReading.Text(ref reader));
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return code is null ? new(field, title, description) : new(field, code, description ?? title);
    }
}
