using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Reads the notes on an answer's text.</summary>
internal static class ChatAnnotationReader
{
    /// <summary>Reads the value of <c>annotations</c>, which is empty in most answers.</summary>
    public static ImmutableArray<ChatAnnotation> ReadAll(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        if (!JsonRead.EntersArray(ref reader))
        {
            return [];
        }

        ImmutableArray<ChatAnnotation>.Builder? annotations = null;
        while (JsonRead.NextObject(ref reader))
        {
            annotations ??= ImmutableArray.CreateBuilder<ChatAnnotation>(1);
            annotations.Add(ReadOne(ref reader, utf8));
        }

        return annotations?.DrainToImmutable() ?? [];
    }

    private static ChatAnnotation ReadOne(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var annotation = new ChatAnnotation();
        string? type = null;
        UnknownMembers unknown = default;
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("type"u8))
            {
                type = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("url_citation"u8))
            {
                annotation = ReadCitation(ref reader) ?? annotation;
            }
            else
            {
                unknown.Keep(ref reader, utf8);
            }
        }

        return annotation with { Type = type ?? string.Empty, AdditionalProperties = unknown.ToMembers() };
    }

    private static ChatAnnotation? ReadCitation(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EntersObject(ref reader))
        {
            return null;
        }

        string? url = null, title = null;
        int start = 0, end = 0;
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("url"u8))
            {
                url = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("title"u8))
            {
                title = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("start_index"u8))
            {
                start = Position(ref reader);
            }
            else if (reader.ValueTextEquals("end_index"u8))
            {
                end = Position(ref reader);
            }
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }

        return new() { Url = url, Title = title, StartIndex = start, EndIndex = end };
    }

    // A strange position must not cost the answer.
    private static int Position(ref Utf8JsonReader reader) => (int)Math.Clamp(JsonRead.Count(ref reader), 0, int.MaxValue);
}
