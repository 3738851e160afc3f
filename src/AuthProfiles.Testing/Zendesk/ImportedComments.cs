using System.Text.Json;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>What an import says that a creation does not: comments of others, and times that are past.</summary>
internal sealed class ImportedComments(ZendeskCall call, JsonElement values)
{
    public IReadOnlyList<LocalComment> Read(long requester) =>
        values.TryGetProperty("comments", out var comments) && comments.ValueKind == JsonValueKind.Array
            ? [.. comments.EnumerateArray().Where(static comment => TextOf(comment) is not null).Select(comment => Read(comment, requester))]
            : [];

    public static LocalTicket WithTimes(LocalTicket draft, JsonElement values, DateTimeOffset now)
    {
        var created = TimeOf(values, "created_at") ?? now;
        return draft with { CreatedAt = created, UpdatedAt = TimeOf(values, "updated_at") ?? created, GeneratedAt = now };
    }

    // The official description has "value", the tickets' own comments have "body".
    private static string? TextOf(JsonElement comment)
    {
        if (comment.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var hasText = (comment.TryGetProperty("value", out var text) || comment.TryGetProperty("body", out text)) && text.ValueKind == JsonValueKind.String;
        return hasText && text.GetString() is { Length: > 0 } value ? value : null;
    }

    private static DateTimeOffset? TimeOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? time : null;

    private LocalComment Read(JsonElement comment, long requester)
    {
        var author = comment.TryGetProperty("author_id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var named) ? named : requester;
        var isPublic = !comment.TryGetProperty("public", out var value) || value.ValueKind != JsonValueKind.False;
        return call.Account.Tickets.NewComment(author, TextOf(comment)!, isPublic, TimeOf(comment, "created_at") ?? call.Now);
    }
}
