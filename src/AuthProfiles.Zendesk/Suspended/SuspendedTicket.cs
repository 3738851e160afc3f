using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A message that Zendesk made no ticket of, because it looks like spam for instance. Immutable.</summary>
public sealed record SuspendedTicket
{
    /// <summary>Gets the id, which is no ticket's: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the subject.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets the text. Somebody outside wrote it: take it for untrusted.</summary>
    public string? Content { get; init; }

    /// <summary>Gets why it was suspended, such as <c>Detected as spam</c>.</summary>
    public string? Cause { get; init; }

    /// <summary>Gets the id of the cause.</summary>
    public long? CauseId { get; init; }

    /// <summary>Gets who wrote it.</summary>
    public SuspendedAuthor? Author { get; init; }

    /// <summary>Gets the address it was sent to.</summary>
    public string? Recipient { get; init; }

    /// <summary>Gets the id of the e-mail, or null.</summary>
    public string? MessageId { get; init; }

    /// <summary>Gets the id of the ticket that it is about, or null.</summary>
    public long? TicketId { get; init; }

    /// <summary>Gets the id of the brand.</summary>
    public long? BrandId { get; init; }

    /// <summary>Gets the way it came in.</summary>
    public TicketChannel? Channel { get; init; }

    /// <summary>Gets where it came from, or null where its channel does not tell.</summary>
    public ViaSource? Source { get; init; }

    /// <summary>Gets the attached files; empty where there are none.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Gets what stands in the way of its recovery, as it came; null where nothing does.</summary>
    public JsonElement? ErrorMessages { get; init; }

    /// <summary>Gets when it came in.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the address of the record in the API. It is never followed.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
