using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>The comments of a ticket.</summary>
internal static class CommentOperations
{
    public static LocalResponse List(ZendeskCall call) =>
        call.Account.Tickets.Find(call.Id) is { } ticket
            ? ZendeskPage.Answer(call, "comments", ticket.Comments, CommentOrder.Of, comment => ZendeskJson.Comment(comment, call))
            : ZendeskError.RecordNotFound();

    public static LocalResponse Count(ZendeskCall call) =>
        call.Account.Tickets.Find(call.Id) is { } ticket ? ZendeskJson.Count(call, ticket.Comments.Count) : ZendeskError.RecordNotFound();

    public static LocalResponse MakePrivate(ZendeskCall call) =>
        TryChange(call, static comment => comment with { IsPublic = false }, out _)
            ? LocalResponse.Json(HttpStatusCode.OK, JsonValue.Create(string.Empty))
            : ZendeskError.RecordNotFound();

    /// <summary>Blackens a text in a comment.</summary>
    public static LocalResponse Redact(ZendeskCall call)
    {
        if (!ZendeskBody.TryRead(call.Request, out var body, out var refusal))
        {
            return refusal;
        }

        if (!body.TryGetProperty("text", out var value) || value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 0 } text)
        {
            return ZendeskError.RecordInvalid("text", "BlankValue", "Text: cannot be blank");
        }

        return TryChange(call, comment => comment with { Body = comment.Body.Replace(text, new string('▇', text.Length), StringComparison.Ordinal) }, out var changed)
            ? LocalResponse.Json(HttpStatusCode.OK, ZendeskJson.Envelope("comment", ZendeskJson.Comment(changed, call)))
            : ZendeskError.RecordNotFound();
    }

    private static bool TryChange(ZendeskCall call, Func<LocalComment, LocalComment> change, [NotNullWhen(true)] out LocalComment? changed)
    {
        var ticket = call.Account.Tickets.Find(call.Id);
        changed = ticket?.Comments.FirstOrDefault(comment => comment.Id == call.Path.Part) is { } found ? change(found) : null;
        if (ticket is null || changed is null)
        {
            return false;
        }

        var replacement = changed;
        call.Account.Tickets.Update(ticket with { Comments = [.. ticket.Comments.Select(comment => comment.Id == replacement.Id ? replacement : comment)] });
        return true;
    }
}
