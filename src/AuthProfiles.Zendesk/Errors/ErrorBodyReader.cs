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
            var json = new JsonSource(body, keepsUnknown: false);
            if (json.Read() && json.Token == JsonTokenType.StartObject)
            {
                return ReadObject(ref json);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or cut off: below.
        }

        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 1024)]).Trim();
        return text.StartsWith('<') || text.StartsWith('{') ? ErrorBody.Empty : new ErrorBody(null, ServerText.Clean(text), []);
    }

    private static ErrorBody ReadObject(ref JsonSource json)
    {
        string? code = null, description = null;
        List<ZendeskFieldError> details = [];
        while (json.NextMember(out var name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("error"u8) && json.Token == JsonTokenType.StartObject:
                    var error = ReadObjectEntry(ref json, string.Empty);
                    (code, description) = (error.Code, error.Description ?? description);
                    break;
                case var _ when name.SequenceEqual("error"u8):
                    code = ServerText.Clean(json.Text());
                    break;
                case var _ when name.SequenceEqual("description"u8) || name.SequenceEqual("error_description"u8) || name.SequenceEqual("message"u8):
                    description = ServerText.Clean(json.Text()) ?? description;
                    break;
                case var _ when name.SequenceEqual("details"u8):
                    ReadDetails(ref json, details);
                    break;
                case var _ when name.SequenceEqual("errors"u8):
                    ReadEntries(ref json, string.Empty, details);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        // In the shape {"errors":[…]} the first entry is the error itself.
        return code is null && description is null && details is [{ Field: "" } first, ..]
            ? new ErrorBody(first.Code, first.Description, details.Skip(1).ToArray())
            : new ErrorBody(code, description, details);
    }

    private static void ReadDetails(ref JsonSource json, List<ZendeskFieldError> details)
    {
        if (json.Token != JsonTokenType.StartObject)
        {
            ReadEntries(ref json, string.Empty, details);
            return;
        }

        while (json.NextMember(out var name))
        {
            var field = ServerText.Clean(Encoding.UTF8.GetString(name)) ?? string.Empty;
            ReadEntries(ref json, field, details);
        }
    }

    private static void ReadEntries(ref JsonSource json, string field, List<ZendeskFieldError> details)
    {
        var entries = json.Token == JsonTokenType.StartArray
            ? json.List((ref entry) => ReadEntry(ref entry, field))
            : ReadEntry(ref json, field) is { } single ? [single] : [];
        details.AddRange(entries.Take(MostDetails - details.Count));
    }

    /// <summary>Reads a text or an object; null where the body says null.</summary>
    private static ZendeskFieldError? ReadEntry(ref JsonSource json, string field) => json.Token switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.StartObject => ReadObjectEntry(ref json, field),
        _ => new(field, null, ServerText.Clean(json.Text())),
    };

    /// <summary>Reads a code and a sentence under any of the names they have.</summary>
    private static ZendeskFieldError ReadObjectEntry(ref JsonSource json, string field)
    {
        string? code = null, title = null, description = null;
        while (json.NextMember(out var name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("error"u8) || name.SequenceEqual("code"u8):
                    code = ServerText.Clean(json.Text());
                    break;
                case var _ when name.SequenceEqual("title"u8):
                    title = ServerText.Clean(json.Text());
                    break;
                case var _ when name.SequenceEqual("description"u8) || name.SequenceEqual("detail"u8) || name.SequenceEqual("message"u8):
                    description = ServerText.Clean(json.Text());
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return code is null ? new(field, title, description) : new(field, code, description ?? title);
    }
}
