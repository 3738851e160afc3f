using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Reads what the service found in the data sources of a request.</summary>
internal static class ChatMessageContextReader
{
    /// <summary>Reads the value of <c>context</c>.</summary>
    public static ChatMessageContext? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        if (!JsonRead.EntersObject(ref reader))
        {
            return null;
        }

        string? intent = null;
        ImmutableArray<ChatCitation> citations = [];
        UnknownMembers unknown = default;
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("citations"u8))
            {
                citations = ReadCitations(ref reader);
            }
            else if (reader.ValueTextEquals("intent"u8))
            {
                intent = JsonRead.Text(ref reader);
            }
            else
            {
                unknown.Keep(ref reader, utf8);
            }
        }

        return new() { Intent = intent, Citations = citations, AdditionalProperties = unknown.ToMembers() };
    }

    private static ImmutableArray<ChatCitation> ReadCitations(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EntersArray(ref reader))
        {
            return [];
        }

        var citations = ImmutableArray.CreateBuilder<ChatCitation>();
        while (JsonRead.NextObject(ref reader))
        {
            citations.Add(ReadCitation(ref reader));
        }

        return citations.DrainToImmutable();
    }

    private static ChatCitation ReadCitation(ref Utf8JsonReader reader)
    {
        string? content = null, title = null, url = null, path = null, chunk = null;
        var score = double.NaN;
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("content"u8))
            {
                content = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("title"u8))
            {
                title = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("url"u8))
            {
                url = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("filepath"u8))
            {
                path = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("chunk_id"u8))
            {
                chunk = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("rerank_score"u8))
            {
                score = JsonRead.Number(ref reader);
            }
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }

        return new() { Content = content ?? string.Empty, Title = title, Url = url, FilePath = path, ChunkId = chunk, RerankScore = double.IsNaN(score) ? null : score };
    }
}
