using System.Text.Json;
using AuthProfiles.AzureOpenAI.ContentFilters;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Shares the results of the content filters between chunks: they are nearly always those of the chunk before.</summary>
internal sealed class FilterMemory
{
    private byte[] _utf8 = [];
    private ContentFilterResults? _results;

    /// <summary>Reads the value of <c>content_filter_results</c>; null if it is no object.</summary>
    public ContentFilterResults? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        reader.Skip();
        if (!isObject)
        {
            return null;
        }

        var value = utf8[start..(int)reader.BytesConsumed];
        if (_results is null || !value.SequenceEqual(_utf8))
        {
            _utf8 = value.ToArray();
            _results = new(_utf8);
        }

        return _results;
    }
}
