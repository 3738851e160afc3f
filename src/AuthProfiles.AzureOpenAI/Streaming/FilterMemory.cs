using System.Text.Json;
using AuthProfiles.AzureOpenAI.ContentFilters;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Shares the results of the content filters between chunks: they are nearly always those of a chunk shortly before.</summary>
internal sealed class FilterMemory
{
    private const int Places = 4;

    private readonly (byte[] Utf8, ContentFilterResults Results)[] _known = new (byte[], ContentFilterResults)[Places];
    private int _count;

    /// <summary>Reads the value of <c>content_filter_results</c>; null if it is no object.</summary>
    public ContentFilterResults? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8) =>
        JsonRead.ObjectSpan(ref reader, utf8) is { IsEmpty: false } value ? Share(value) : null;

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
