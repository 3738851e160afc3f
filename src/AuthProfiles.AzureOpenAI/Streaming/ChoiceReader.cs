using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.ContentFilters;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Reads the answers within a chunk.</summary>
internal sealed class ChoiceReader(UpdateQueue updates, ChunkHoles holes, OpenChoices open)
{
    private readonly DeltaReader _deltas = new(updates, holes);
    private readonly FilterMemory _filters = new();

    /// <summary>Reads the value of <c>choices</c>. Each answer makes an update, or as many as it has calls of tools.</summary>
    public void ReadAll(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, ref UnknownMembers unknown)
    {
        if (!JsonRead.EntersArray(ref reader))
        {
            return;
        }

        for (var position = 0; JsonRead.NextObject(ref reader); position++)
        {
            Read(ref reader, utf8, position, ref unknown);
        }
    }

    private void Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, int position, ref UnknownMembers unknown)
    {
        var first = updates.Count;
        var index = position;
        FinishReason reason = default;
        ContentFilterResults? filter = null;
        ChatLogProbabilities? probabilities = null;
        ChatUpdate piece = default;
        var isPiece = false;
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("delta"u8))
            {
                isPiece |= _deltas.Read(ref reader, utf8, ref piece, ref unknown);
            }
            else if (reader.ValueTextEquals("index"u8))
            {
                index = JsonRead.Index(ref reader);
            }
            else if (reader.ValueTextEquals("finish_reason"u8))
            {
                reason = FinishReasonReader.Read(ref reader);
            }
            else if (reader.ValueTextEquals("content_filter_results"u8))
            {
                filter = _filters.Read(ref reader, utf8);
            }
            else if (reader.ValueTextEquals("logprobs"u8))
            {
                probabilities = ChatLogProbabilitiesReader.Read(ref reader);
            }
            else
            {
                unknown.Keep(ref reader, utf8);
            }
        }

        if (updates.Count == first)
        {
            updates.Add(default);
        }

        updates[first] = WithRare(updates[first], piece, probabilities) with { Text = piece.Text, ContentFilter = filter };
        for (var i = first; i < updates.Count; i++)
        {
            updates[i] = updates[i] with { ChoiceIndex = index };
        }

        // Some gateways send an empty reason until there is one.
        updates[updates.Count - 1] = updates[updates.Count - 1] with { FinishReason = reason.Value is "" ? default : reason };
        open.Note(updates[updates.Count - 1], isPiece);
    }

    // A call of a tool may have set what is rare about it.
    private static ChatUpdate WithRare(in ChatUpdate update, in ChatUpdate piece, ChatLogProbabilities? probabilities)
    {
        if (piece.Details is null && probabilities is null)
        {
            return update;
        }

        var rare = piece.Details ?? ChatUpdateDetails.None;
        var call = update.Details ?? ChatUpdateDetails.None;
        return update with
        {
            Details = rare with { ToolCallId = call.ToolCallId, ToolType = call.ToolType, ToolName = call.ToolName, LogProbabilities = probabilities },
        };
    }
}
