using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Records as Zendesk writes them.</summary>
internal static class ZendeskJson
{
    public static JsonObject Envelope(string name, JsonNode record) => new() { [name] = record };

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    public static LocalResponse Count(ZendeskCall call, int count) =>
        LocalResponse.Json(HttpStatusCode.OK, Envelope("count", new JsonObject { ["value"] = count, ["refreshed_at"] = Time(call.Now) }));

    public static JsonObject Ticket(LocalTicket ticket, string api)
    {
        var json = Members(ticket, api);
        OtherMembers.Write(ticket.Others, json);
        return json;
    }

    public static JsonObject Comment(LocalComment comment, ZendeskCall call) => new()
    {
        ["id"] = comment.Id,
        ["type"] = "Comment",
        ["author_id"] = comment.AuthorId,
        ["body"] = comment.Body,
        ["html_body"] = $"<div class=\"zd-comment\" dir=\"auto\"><p dir=\"auto\">{WebUtility.HtmlEncode(comment.Body)}</p></div>",
        ["plain_body"] = comment.Body,
        ["public"] = comment.IsPublic,
        ["attachments"] = UploadOperations.ToJson(comment.Attachments, call),
        ["via"] = Via(),
        ["created_at"] = Time(comment.CreatedAt),
        ["metadata"] = new JsonObject { ["system"] = new JsonObject(), ["custom"] = new JsonObject() },
    };

    /// <summary>A user; nobody is a user without an id.</summary>
    public static JsonObject User(LocalUser? user, string api) => new()
    {
        ["id"] = user?.Id,
        ["url"] = user is null ? null : $"{api}/users/{user.Id}.json",
        ["name"] = user?.Name ?? "Anonymous user",
        ["email"] = user is null ? "invalid@example.com" : user.Email is { Length: > 0 } email ? email : null,
        ["created_at"] = user is null ? null : Time(user.CreatedAt),
        ["updated_at"] = user is null ? null : Time(user.UpdatedAt),
        ["time_zone"] = "UTC",
        ["iana_time_zone"] = "Etc/UTC",
        ["phone"] = null,
        ["shared_phone_number"] = null,
        ["photo"] = null,
        ["locale"] = user?.Locale,
        ["organization_id"] = null,
        ["role"] = user?.Role ?? LocalUsers.EndUser,
        ["verified"] = user is not null,
        ["external_id"] = user?.ExternalId,
        ["tags"] = new JsonArray(),
        ["alias"] = null,
        ["active"] = user is not null,
        ["shared"] = false,
        ["shared_agent"] = false,
        ["last_login_at"] = null,
        ["two_factor_auth_enabled"] = null,
        ["signature"] = null,
        ["details"] = null,
        ["notes"] = null,
        ["role_type"] = null,
        ["custom_role_id"] = null,
        ["moderator"] = user is not null && user.Role != LocalUsers.EndUser,
        ["ticket_restriction"] = user?.Role == LocalUsers.EndUser ? "requested" : null,
        ["only_private_comments"] = false,
        ["restricted_agent"] = user?.Role != LocalUsers.Admin,
        ["suspended"] = false,
        ["default_group_id"] = null,
        ["report_csv"] = false,
        ["user_fields"] = new JsonObject(),
    };

    private static JsonObject Via() => new() { ["channel"] = "api", ["source"] = new JsonObject { ["from"] = new JsonObject(), ["to"] = new JsonObject(), ["rel"] = null } };

    private static JsonObject Members(LocalTicket ticket, string api) => new()
    {
        ["url"] = $"{api}/tickets/{ticket.Id}.json",
        ["id"] = ticket.Id,
        ["external_id"] = ticket.ExternalId,
        ["via"] = Via(),
        ["created_at"] = Time(ticket.CreatedAt),
        ["updated_at"] = Time(ticket.UpdatedAt),
        ["type"] = ticket.Type,
        ["subject"] = ticket.Subject,
        ["raw_subject"] = ticket.Subject,
        ["description"] = ticket.Description,
        ["priority"] = ticket.Priority,
        ["status"] = ticket.Status,
        ["recipient"] = null,
        ["requester_id"] = ticket.RequesterId,
        ["submitter_id"] = ticket.RequesterId,
        ["assignee_id"] = ticket.AssigneeId,
        ["organization_id"] = null,
        ["group_id"] = null,
        ["collaborator_ids"] = new JsonArray(),
        ["follower_ids"] = new JsonArray(),
        ["email_cc_ids"] = new JsonArray(),
        ["problem_id"] = null,
        ["has_incidents"] = false,
        ["is_public"] = ticket.Comments.Any(comment => comment.IsPublic),
        ["due_at"] = null,
        ["tags"] = Texts(ticket.Tags),
        ["custom_fields"] = new JsonArray([.. ticket.CustomFields.Select(field => new JsonObject { ["id"] = field.Key, ["value"] = JsonNode.Parse(field.Value) })]),
        ["satisfaction_rating"] = null,
        ["sharing_agreement_ids"] = new JsonArray(),
        ["allow_channelback"] = false,
        ["allow_attachments"] = true,
        ["from_messaging_channel"] = false,
        ["generated_timestamp"] = ticket.GeneratedAt.ToUnixTimeSeconds(),
    };
}
