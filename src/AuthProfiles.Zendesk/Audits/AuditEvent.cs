using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>One thing that happened on a ticket. Immutable. There are some thirty kinds, each with members of its own, and Zendesk adds to them.</summary>
/// <param name="Id">The id, or null where it has none: 64 bits wide.</param>
/// <param name="Type">The kind, such as <c>Create</c>, <c>Change</c>, <c>Comment</c> or <c>Notification</c>; or null.</param>
/// <param name="Members">All members as they came, the two others included: of a <c>Change</c> for instance <c>field_name</c>, <c>value</c> and <c>previous_value</c>. They are parsed when somebody asks, and need no disposal.</param>
public sealed record AuditEvent(long? Id, string? Type, IReadOnlyDictionary<string, JsonElement> Members);
