using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>What a create or an update says about a ticket. Members that are absent change nothing; null empties.</summary>
internal sealed class TicketChanges(ZendeskCall call, JsonElement values)
{
    /// <summary>The new comment's text, or null.</summary>
    public string? CommentBody =>
        values.TryGetProperty("comment", out var comment) && comment.ValueKind == JsonValueKind.Object
            ? Text(comment, "body") ?? Text(comment, "html_body")
            : Text(values, "description");

    public bool CommentIsPublic =>
        !values.TryGetProperty("comment", out var comment)
        || comment.ValueKind != JsonValueKind.Object
        || !comment.TryGetProperty("public", out var isPublic)
        || isPublic.ValueKind != JsonValueKind.False;

    public bool TryApply(LocalTicket ticket, [NotNullWhen(true)] out LocalTicket? changed, [NotNullWhen(false)] out TicketRefusal? refusal)
    {
        changed = null;
        refusal = CheckOneOf("status", TicketRules.Statuses)
            ?? CheckOneOf("priority", TicketRules.Priorities)
            ?? CheckOneOf("type", TicketRules.Types)
            ?? CheckUser("requester_id")
            ?? CheckUser("assignee_id")
            ?? CheckComment();
        if (refusal is not null || !OtherMembers.TryRead(values, ticket.Others, out var others, out refusal))
        {
            return false;
        }

        changed = ticket with
        {
            Subject = TextOr("subject", ticket.Subject),
            Status = TextOr("status", ticket.Status) ?? ticket.Status,
            Priority = TextOr("priority", ticket.Priority),
            Type = TextOr("type", ticket.Type),
            ExternalId = TextOr("external_id", ticket.ExternalId),
            AssigneeId = values.TryGetProperty("assignee_id", out _) ? Id(values, "assignee_id") : ticket.AssigneeId,
            RequesterId = Requester() ?? ticket.RequesterId,
            Tags = Tags(ticket.Tags),
            CustomFields = CustomFields(ticket),
            Others = others,
        };
        return true;
    }

    /// <summary>The ticket with the new comment, if there is one.</summary>
    public LocalTicket WithComment(LocalTicket ticket)
    {
        if (!values.TryGetProperty("comment", out var comment) || CommentBody is not { } body)
        {
            return ticket;
        }

        var author = (comment.ValueKind == JsonValueKind.Object ? Id(comment, "author_id") : null) ?? call.Caller.User!.Id;
        return ticket with { Comments = [.. ticket.Comments, call.Account.Tickets.NewComment(author, body, CommentIsPublic, call.Now) with { Attachments = TakeFiles() }] };
    }

    /// <summary>Takes the files that the new comment names by the tokens of their uploads.</summary>
    public IReadOnlyList<LocalAttachment> TakeFiles() => [.. Uploads().SelectMany(token => call.Account.Uploads.Take(token, call.Now))];

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static long? Id(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var id) ? id : null;

    private string? TextOr(string name, string? otherwise) => values.TryGetProperty(name, out _) ? Text(values, name) : otherwise;

    private IEnumerable<string> TagsOf(string name) =>
        values.TryGetProperty(name, out var tags) && tags.ValueKind == JsonValueKind.Array
            ? tags.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!)
            : [];

    private IReadOnlyList<string> Tags(IReadOnlyList<string> tags)
    {
        var kept = values.TryGetProperty("tags", out _) ? TagsOf("tags") : tags;
        return [.. TicketTags.Normalize(kept.Concat(TagsOf("additional_tags"))).Except(TicketTags.Normalize(TagsOf("remove_tags")), StringComparer.Ordinal)];
    }

    private ImmutableSortedDictionary<long, string> CustomFields(LocalTicket ticket)
    {
        var fields = ticket.CustomFields;
        if (values.TryGetProperty("custom_fields", out var changes) && changes.ValueKind == JsonValueKind.Array)
        {
            foreach (var change in changes.EnumerateArray().Where(change => change.ValueKind == JsonValueKind.Object))
            {
                if (Id(change, "id") is { } id && change.TryGetProperty("value", out var value))
                {
                    fields = fields.SetItem(id, value.GetRawText());
                }
            }
        }

        return fields;
    }

    private long? Requester()
    {
        if (values.TryGetProperty("requester", out var requester) && requester.ValueKind == JsonValueKind.Object && Text(requester, "email") is { } email)
        {
            return call.Account.Users.Add(email, Text(requester, "name")).Id;
        }

        return Id(values, "requester_id");
    }

    private TicketRefusal? CheckOneOf(string name, string[] known) =>
        !values.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && TicketRules.IsOneOf(known, value.GetString()))
            ? null
            : TicketRefusal.Invalid(name, "InvalidValue", $"{name}: is not one of {string.Join(", ", known)}");

    private TicketRefusal? CheckUser(string name) =>
        !values.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null || (Id(values, name) is { } id && call.Account.Users.Find(id) is not null)
            ? null
            : TicketRefusal.Invalid(name, "InvalidValue", $"{name}: is not a user of this account");

    private IEnumerable<string> Uploads() =>
        values.TryGetProperty("comment", out var comment) && comment.ValueKind == JsonValueKind.Object && comment.TryGetProperty("uploads", out var uploads) && uploads.ValueKind == JsonValueKind.Array
            ? uploads.EnumerateArray().Where(static token => token.ValueKind == JsonValueKind.String).Select(static token => token.GetString()!)
            : [];

    private TicketRefusal? CheckComment()
    {
        if (values.TryGetProperty("comment", out _) && CommentBody is null)
        {
            return TicketRefusal.Invalid("comment", "BlankValue", "Comment: cannot be blank");
        }

        return Uploads().Any(token => !call.Account.Uploads.Has(token, call.Now)) ? TicketRefusal.Invalid("uploads", "InvalidValue", "Uploads: a token is no upload, or is older than an hour") : null;
    }
}
