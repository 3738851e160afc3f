using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A ticket field to create. Immutable.</summary>
public sealed record NewTicketField
{
    /// <summary>Gets what it holds. It can't be changed later.</summary>
    public required TicketFieldType Type { get; init; }

    /// <summary>Gets the title that agents see.</summary>
    public required string Title { get; init; }

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

    /// <summary>Gets the pattern that the text must match, of <see cref="TicketFieldType.Regexp"/>.</summary>
    public string? Pattern { get; init; }

    /// <summary>Gets the tag that a ticked box puts on the ticket, of <see cref="TicketFieldType.Checkbox"/>.</summary>
    public string? Tag { get; init; }

    /// <summary>Gets the options, which a drop-down or multi-select must have.</summary>
    public IReadOnlyList<NewFieldOption>? Options { get; init; }

    /// <summary>Gets what kind of record is referred to, such as <c>zen:user</c>, of <see cref="TicketFieldType.Lookup"/>.</summary>
    public string? TargetType { get; init; }

    /// <summary>Gets members that have no property here; they are sent as they are.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
