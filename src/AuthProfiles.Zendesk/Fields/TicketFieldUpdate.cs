using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A change of a ticket field. Immutable; what is not assigned stays as it is.</summary>
public sealed record TicketFieldUpdate
{
    /// <summary>Gets the title that agents see.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the description that end users see.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the description that agents see.</summary>
    public string? AgentDescription { get; init; }

    /// <summary>Gets the title that end users see.</summary>
    public string? PortalTitle { get; init; }

    /// <summary>Gets the place among the fields; a form has its own order.</summary>
    public long? Position { get; init; }

    /// <summary>Gets a value indicating whether it is in use.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Gets a value indicating whether an agent must fill it in before the ticket is solved.</summary>
    public bool? IsRequired { get; init; }

    /// <summary>Gets a value indicating whether it is hidden with the fields that are seldom needed.</summary>
    public bool? IsCollapsed { get; init; }

    /// <summary>Gets a value indicating whether an end user must fill it in.</summary>
    public bool? IsRequiredInPortal { get; init; }

    /// <summary>Gets a value indicating whether end users see it.</summary>
    public bool? IsVisibleInPortal { get; init; }

    /// <summary>Gets a value indicating whether end users may change it.</summary>
    public bool? IsEditableInPortal { get; init; }

    /// <summary>Gets the pattern that the text must match; null takes it away.</summary>
    public Optional<string?> Pattern { get; init; }

    /// <summary>Gets the tag that a ticked box puts on the ticket; null takes it away.</summary>
    public Optional<string?> Tag { get; init; }

    /// <summary>Gets all options: those that are not named are deleted, and their values with them. To change one use <see cref="TicketFieldOptionsClient"/>.</summary>
    public IReadOnlyList<NewFieldOption>? Options { get; init; }

    /// <summary>Gets the variant of the fields for priority and status: 1 leaves some values out.</summary>
    public long? SubTypeId { get; init; }

    /// <summary>Gets members that have no property here; they are sent as they are.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
