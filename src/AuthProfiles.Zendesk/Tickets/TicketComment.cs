using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A comment of a ticket as Zendesk gave it. Immutable.</summary>
public sealed record TicketComment
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the id of the user who wrote it.</summary>
    public long? AuthorId { get; init; }

    /// <summary>Gets the text, with Zendesk's mark-up.</summary>
    public string? Body { get; init; }

    /// <summary>Gets the text as HTML.</summary>
    public string? HtmlBody { get; init; }

    /// <summary>Gets the text without mark-up.</summary>
    public string? PlainBody { get; init; }

    /// <summary>Gets a value indicating whether the requester sees it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Gets the way it came in.</summary>
    public TicketChannel? Channel { get; init; }

    /// <summary>Gets where it came from, or null where its channel does not tell.</summary>
    public ViaSource? Source { get; init; }

    /// <summary>Gets the kind as Zendesk names it: <c>Comment</c> or <c>VoiceComment</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Gets the attached files; empty where there are none.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Gets the id of the audit that it is part of.</summary>
    public long? AuditId { get; init; }

    /// <summary>Gets when it was written.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets the members that have no property here, such as <c>metadata</c>; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
