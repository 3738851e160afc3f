using System.Text;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Errors;

/// <summary>Reads the bodies of errors: nested as the specification has it, flat as the service sends it for a bad token, or neither.</summary>
internal static class ErrorBodyReader
{
    /// <summary>Reads a body; what can't be read leaves its members null.</summary>
    public static ErrorBody Read(ReadOnlySpan<byte> utf8)
    {
        var body = new ErrorBody();
        utf8 = JsonRead.WithoutMark(utf8);
        var reader = new Utf8JsonReader(utf8);
        try
        {
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                ReadRoot(ref reader, utf8, body);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A body that is no JSON, or is cut, says what was read up to there.
        }

        return body;
    }

    private static void ReadRoot(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, ErrorBody body)
    {
        while (JsonRead.NextMember(ref reader))
        {
            if (!reader.ValueTextEquals("error"u8))
            {
                ReadMember(ref reader, utf8, body);
                continue;
            }

            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                ReadMembers(ref reader, utf8, body);
            }
            else
            {
                body.Message ??= Scalar(ref reader);
            }
        }
    }

    private static void ReadMembers(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, ErrorBody body)
    {
        while (JsonRead.NextMember(ref reader))
        {
            ReadMember(ref reader, utf8, body);
        }
    }

    private static void ReadMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, ErrorBody body)
    {
        if (reader.ValueTextEquals("code"u8) || reader.ValueTextEquals("statusCode"u8))
        {
            reader.Read();
            body.Code ??= Scalar(ref reader);
        }
        else if (reader.ValueTextEquals("message"u8))
        {
            reader.Read();
            body.Message ??= Scalar(ref reader);
        }
        else if (reader.ValueTextEquals("param"u8))
        {
            reader.Read();
            body.Parameter ??= Scalar(ref reader);
        }
        else if (reader.ValueTextEquals("innererror"u8) || reader.ValueTextEquals("inner_error"u8))
        {
            ReadInner(ref reader, utf8, body);
        }
        else
        {
            JsonRead.SkipValue(ref reader);
        }
    }

    private static void ReadInner(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, ErrorBody body)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("code"u8))
            {
                reader.Read();
                body.InnerCode ??= Scalar(ref reader);
            }
            else if (reader.ValueTextEquals("content_filter_result"u8) || reader.ValueTextEquals("content_filter_results"u8))
            {
                body.ContentFilter = JsonRead.RawObject(ref reader, utf8) ?? body.ContentFilter;
            }
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }
    }

    private static string? Scalar(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }
}
