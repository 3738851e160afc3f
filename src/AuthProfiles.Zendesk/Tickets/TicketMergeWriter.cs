using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Writes which tickets are merged and what is said on them.</summary>
internal static class TicketMergeWriter
{
    public static void Write(Utf8JsonWriter writer, (IReadOnlyList<long> Sources, TicketMerge Merge) asked)
    {
        JsonWriting.Ids(writer, "ids"u8, asked.Sources);
        if (asked.Merge.TargetComment is { } target)
        {
            writer.WriteString("target_comment"u8, target);
            writer.WriteBoolean("target_comment_is_public"u8, asked.Merge.IsTargetCommentPublic);
        }

        if (asked.Merge.SourceComment is { } source)
        {
            writer.WriteString("source_comment"u8, source);
            writer.WriteBoolean("source_comment_is_public"u8, asked.Merge.IsSourceCommentPublic);
        }
    }
}
