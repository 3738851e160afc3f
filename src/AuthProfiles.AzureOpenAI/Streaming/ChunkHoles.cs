using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>The texts of the chunk that is read, in their order.</summary>
internal sealed class ChunkHoles
{
    private readonly Hole[] _holes = new Hole[3];
    private int _count;
    private int _kinds;

    public ReadOnlySpan<Hole> All => _holes.AsSpan(0, _count);

    /// <summary>Gets a value indicating whether they are all there is to fill in: not so if a member comes twice.</summary>
    public bool AreAll { get; private set; } = true;

    public void Clear() => (_count, _kinds, AreAll) = (0, 0, true);

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
        var bit = 1 << (int)kind;
        AreAll &= (_kinds & bit) == 0;
        _kinds |= bit;
        if (AreAll && reader.TokenType == JsonTokenType.String)
        {
            _holes[_count++] = new(kind, (int)reader.TokenStartIndex, (int)reader.BytesConsumed);
        }
    }
}
