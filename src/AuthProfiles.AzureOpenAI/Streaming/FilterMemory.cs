using System.Text.Json;
using AuthProfiles.AzureOpenAI.ContentFilters;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Shares the results of the content filters between chunks: they are nearly always those of a chunk shortly before.</summary>
internal sealed class FilterMemory
{
    private const int Places = 4;

    private readonly (byte[] Utf8, ContentFilterResults Results)[] _known = new (byte[], ContentFilterResults)[Places];
    private int _count;

    /// <summary>Reads the value of <c>content_filter_results</c>; null if it is no object.</summary>
    public ContentFilterResults? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        reader.Skip();
        return isObject ? Share(utf8[start..(int)reader.BytesConsumed]) : null;
    }

    private ContentFilterResults Share(ReadOnlySpan<byte> value)
    {
        foreach (var (utf8, results) in _known.AsSpan(0, Math.Min(_count, Places)))
        {
            if (value.SequenceEqual(utf8))
            {
                return results;
            }
        }

        var copy = value.ToArray();
        return (_known[_count++ % Places] = (copy, new(copy))).Results;
    }
}
