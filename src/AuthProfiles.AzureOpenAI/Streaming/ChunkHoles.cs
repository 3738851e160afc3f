using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>The texts of the chunk that is read, in their order.</summary>
internal sealed class ChunkHoles
{
    private readonly Hole[] _holes = new Hole[3];
    private int _count;

    public ReadOnlySpan<Hole> All => _holes.AsSpan(0, _count);

    /// <summary>Gets a value indicating whether they are all there is to fill in: not so if a text comes twice.</summary>
    public bool AreAll { get; private set; } = true;

    public void Clear() => (_count, AreAll) = (0, true);

    /// <summary>Reads a text and notes where it is.</summary>
    public string? Text(ref Utf8JsonReader reader, HoleKind kind)
    {
        var text = JsonRead.Text(ref reader);
        Note(ref reader, kind);
        return text;
    }

    /// <summary>Passes over a value and notes where it is, if it is a text.</summary>
    public void Skip(ref Utf8JsonReader reader, HoleKind kind)
    {
        JsonRead.SkipValue(ref reader);
        Note(ref reader, kind);
    }

    private void Note(ref Utf8JsonReader reader, HoleKind kind)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return;
        }

        AreAll &= !Has(kind);
        if (AreAll)
        {
            _holes[_count++] = new(kind, (int)reader.TokenStartIndex, (int)reader.BytesConsumed);
        }
    }

    private bool Has(HoleKind kind)
    {
        foreach (var hole in All)
        {
            if (hole.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }
}
