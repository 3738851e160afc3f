using System.Collections.Immutable;
using AuthProfiles.Testing.Zendesk;

namespace AuthProfiles.Testing;

/// <summary>A ticket of a local Zendesk account, as it was when it was asked for.</summary>
/// <remarks>Immutable and thread-safe; ask <see cref="LocalTickets"/> again to see what became of it.</remarks>
public sealed record LocalTicket
{
    internal LocalTicket()
    {
    }

    /// <summary>Gets the id; the first ticket of an account is 1.</summary>
    public long Id { get; internal init; }

    /// <summary>Gets the subject, or null.</summary>
    public string? Subject { get; internal init; }

    /// <summary>Gets the text of the first comment.</summary>
    public string Description => Comments[0].Body;

    /// <summary>Gets the status: <c>new</c>, <c>open</c>, <c>pending</c>, <c>hold</c>, <c>solved</c> or <c>closed</c>.</summary>
    public string Status { get; internal init; } = "new";

    /// <summary>Gets the priority: <c>urgent</c>, <c>high</c>, <c>normal</c>, <c>low</c>, or null.</summary>
    public string? Priority { get; internal init; }

    /// <summary>Gets the type: <c>problem</c>, <c>incident</c>, <c>question</c>, <c>task</c>, or null.</summary>
    public string? Type { get; internal init; }

    /// <summary>Gets the tags, sorted, in lower case.</summary>
    public IReadOnlyList<string> Tags { get; internal init; } = [];

    /// <summary>Gets the comments, the oldest first; the first is the description.</summary>
    public IReadOnlyList<LocalComment> Comments { get; internal init; } = [];

    /// <summary>Gets the id of the user who asks.</summary>
    public long RequesterId { get; internal init; }

    /// <summary>Gets the id of the agent in charge, or null.</summary>
    public long? AssigneeId { get; internal init; }

    /// <summary>Gets the id that the ticket has in another system, or null.</summary>
    public string? ExternalId { get; internal init; }

    /// <summary>Gets when the ticket was created.</summary>
    public DateTimeOffset CreatedAt { get; internal init; }

    /// <summary>Gets when the ticket was last changed. Every change is at least a second later than the one before.</summary>
    public DateTimeOffset UpdatedAt { get; internal init; }

    /// <summary>Gets when the record was last written, which exports go by; an import has times of its own, but not this one.</summary>
    internal DateTimeOffset GeneratedAt { get; init; }

    /// <summary>Gets the members that the service makes nothing of: name and JSON text of the value.</summary>
    internal ImmutableSortedDictionary<string, string> Others { get; init; } = OtherMembers.None;

    /// <summary>Gets the custom fields: id and JSON text of the value.</summary>
    internal ImmutableSortedDictionary<long, string> CustomFields { get; init; } = ImmutableSortedDictionary<long, string>.Empty;
}
