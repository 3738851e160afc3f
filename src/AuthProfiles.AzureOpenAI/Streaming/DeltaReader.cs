using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Reads what a chunk adds to an answer.</summary>
internal sealed class DeltaReader(UpdateQueue updates, ChunkHoles holes)
{
    /// <summary>Reads the value of <c>delta</c>; false for null. Calls of tools make an update each, and the rest is set in the piece.</summary>
    public bool Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, ref ChatUpdate piece, ref UnknownMembers unknown)
    {
        if (!JsonRead.EntersObject(ref reader))
        {
            return false;
        }

        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("content"u8))
            {
                piece = piece with { Text = holes.Text(ref reader, HoleKind.Text) };
            }
            else if (reader.ValueTextEquals("tool_calls"u8))
            {
                ReadCalls(ref reader, utf8, ref unknown);
            }
            else if (reader.ValueTextEquals("role"u8))
            {
                // It is always the model who speaks.
                JsonRead.SkipValue(ref reader);
            }
            else if (reader.ValueTextEquals("refusal"u8))
            {
                piece = JsonRead.Text(ref reader) is { } refusal ? piece with { Refusal = refusal } : piece;
            }
            else if (reader.ValueTextEquals("function_call"u8))
            {
                piece = ChatToolCallReader.ReadFunction(ref reader) is { } call ? piece with { FunctionCall = call } : piece;
            }
            else if (!TryReadRare(ref reader, utf8, ref piece))
            {
                unknown.Keep(ref reader, utf8);
            }
        }

        return true;
    }

    private static bool TryReadRare(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, ref ChatUpdate piece)
    {
        if (reader.ValueTextEquals("reasoning_content"u8))
        {
            piece = JsonRead.Text(ref reader) is { } reasoning ? piece with { ReasoningContent = reasoning } : piece;
        }
        else if (reader.ValueTextEquals("context"u8))
        {
            piece = ChatMessageContextReader.Read(ref reader, utf8) is { } context ? piece with { Context = context } : piece;
        }
        else if (reader.ValueTextEquals("audio"u8))
        {
            piece = ChatAudioReader.Read(ref reader) is { } audio ? piece with { Audio = audio } : piece;
        }
        else if (reader.ValueTextEquals("annotations"u8))
        {
            piece = ChatAnnotationReader.ReadAll(ref reader, utf8) is { IsEmpty: false } notes ? piece with { Annotations = notes } : piece;
        }
        else
        {
            return false;
        }

        return true;
    }

    private void ReadCalls(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, ref UnknownMembers unknown)
    {
        if (!JsonRead.EntersArray(ref reader))
        {
            return;
        }

        for (var position = 0; JsonRead.NextObject(ref reader); position++)
        {
            updates.Add(new() { ToolCall = ReadCall(ref reader, utf8, position, ref unknown) });
        }
    }

    private ChatToolCallUpdate ReadCall(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, int position, ref UnknownMembers unknown)
    {
        var index = position;
        string? id = null, type = null, name = null, arguments = null;
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("index"u8))
            {
                index = JsonRead.Index(ref reader);
            }
            else if (reader.ValueTextEquals("function"u8))
            {
                ReadFunction(ref reader, ref name, ref arguments);
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                id = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                type = ChatToolCallReader.ReadType(ref reader);
            }
            else
            {
                unknown.Keep(ref reader, utf8);
            }
        }

        return new(index, id, type, name, arguments ?? string.Empty);
    }

    private void ReadFunction(ref Utf8JsonReader reader, ref string? name, ref string? arguments)
    {
        if (!JsonRead.EntersObject(ref reader))
        {
            return;
        }

        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("arguments"u8))
            {
                arguments = holes.Text(ref reader, HoleKind.Arguments);
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                name = JsonRead.Text(ref reader);
            }
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }
    }
}
