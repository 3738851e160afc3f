using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>A chunk that was read, to recognize the next one that differs from it in its texts alone.</summary>
/// <remarks>
/// Most chunks of a stream do. What is equal byte for byte means the same, so the next update is the last one with other texts. The texts
/// themselves are read like any JSON.
/// </remarks>
internal sealed class ChunkShape
{
    private const int Longest = 4096;
    private const int Slack = 64;

    private readonly Hole[] _holes = new Hole[3];
    private byte[] _chunk = [];
    private int _length;
    private int _count;
    private ChatUpdate _update;

    /// <summary>Remembers a chunk and the only update that it made.</summary>
    public void Learn(ReadOnlySpan<byte> chunk, ReadOnlySpan<Hole> holes, in ChatUpdate update)
    {
        if (chunk.Length > Longest)
        {
            return;
        }

        if (_chunk.Length < chunk.Length)
        {
            _chunk = new byte[chunk.Length + Slack];
        }

        chunk.CopyTo(_chunk);
        holes.CopyTo(_holes);
        (_length, _count, _update) = (chunk.Length, holes.Length, update);
    }

    /// <summary>Reads a chunk that differs in its texts alone; false for any other.</summary>
    /// <exception cref="JsonException">A text is none.</exception>
    /// <exception cref="InvalidOperationException">A text is no valid UTF-8.</exception>
    public bool TryRead(ReadOnlySpan<byte> chunk, out ChatUpdate update)
    {
        update = default;
        if (_length == 0)
        {
            return false;
        }

        string? text = null, arguments = null;
        var position = 0;
        foreach (var hole in _holes.AsSpan(0, _count))
        {
            // Up to and with the opening quote, which is read again as the text's.
            if (!PassesOver(ref chunk, position, hole.Start + 1))
            {
                return false;
            }

            position = hole.End;
            var reader = new Utf8JsonReader(chunk);
            reader.Read();
            text = hole.Kind == HoleKind.Text ? reader.GetString() : text;
            arguments = hole.Kind == HoleKind.Arguments ? reader.GetString() : arguments;
            chunk = chunk[(int)reader.BytesConsumed..];
        }

        if (!chunk.SequenceEqual(_chunk.AsSpan(position, _length - position)))
        {
            return false;
        }

        update = _update with { Text = text, Arguments = arguments };
        return true;
    }

    private bool PassesOver(ref ReadOnlySpan<byte> chunk, int start, int end)
    {
        var isEqual = chunk.StartsWith(_chunk.AsSpan(start, end - start));
        chunk = isEqual ? chunk[(end - start - 1)..] : chunk;
        return isEqual;
    }
}
