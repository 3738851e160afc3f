using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A field that tickets have: one of Zendesk's or of the account's own. Immutable.</summary>
public sealed record TicketField
{
    /// <summary>Gets the id, by which <see cref="Ticket.CustomFields"/> name it: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets what it holds.</summary>
    public TicketFieldType? Type { get; init; }

    /// <summary>Gets the title that agents see.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the title with its placeholders of dynamic content.</summary>
    public string? RawTitle { get; init; }

    /// <summary>Gets the title that end users see.</summary>
    public string? PortalTitle { get; init; }

    /// <summary>Gets the title that end users see with its placeholders of dynamic content.</summary>
    public string? RawPortalTitle { get; init; }

    /// <summary>Gets the description that end users see.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the description with its placeholders of dynamic content.</summary>
    public string? RawDescription { get; init; }

    /// <summary>Gets the description that agents see.</summary>
    public string? AgentDescription { get; init; }

    /// <summary>Gets the place among the fields; a form has its own order.</summary>
    public long? Position { get; init; }

    /// <summary>Gets a value indicating whether it is in use.</summary>
    public bool IsActive { get; init; }

    /// <summary>Gets a value indicating whether an agent must fill it in before the ticket is solved.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets a value indicating whether it is hidden with the fields that are seldom needed.</summary>
    public bool IsCollapsed { get; init; }

    /// <summary>Gets a value indicating whether an end user must fill it in.</summary>
    public bool IsRequiredInPortal { get; init; }

    /// <summary>Gets a value indicating whether end users see it.</summary>
    public bool IsVisibleInPortal { get; init; }

    /// <summary>Gets a value indicating whether end users may change it.</summary>
    public bool IsEditableInPortal { get; init; }

    /// <summary>Gets a value indicating whether agents may change it, or null where Zendesk does not say.</summary>
    public bool? IsAgentEditable { get; init; }

    /// <summary>Gets a value indicating whether it is one of the account's own, or null where Zendesk does not say.</summary>
    public bool? IsRemovable { get; init; }

    /// <summary>Gets the pattern that the text must match, of <see cref="TicketFieldType.Regexp"/>.</summary>
    public string? Pattern { get; init; }

    /// <summary>Gets the tag that a ticked box puts on the ticket, of <see cref="TicketFieldType.Checkbox"/>.</summary>
    public string? Tag { get; init; }

    /// <summary>Gets the variant of the fields for priority and status: 1 leaves some values out.</summary>
    public long? SubTypeId { get; init; }

    /// <summary>Gets the options of a drop-down or multi-select; empty for others.</summary>
    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>Gets the values of the fields for type, priority and status; empty for others. They have names and values only.</summary>
    public IReadOnlyList<FieldOption> SystemOptions { get; init; } = [];

    /// <summary>Gets the account's own statuses, of <see cref="TicketFieldType.CustomStatus"/>; empty for others.</summary>
    public IReadOnlyList<CustomStatus> CustomStatuses { get; init; } = [];

    /// <summary>Gets what kind of record is referred to, such as <c>zen:user</c>, of <see cref="TicketFieldType.Lookup"/>.</summary>
    public string? TargetType { get; init; }

    /// <summary>Gets which of those records may be, as Zendesk has it; empty where all may.</summary>
    public IReadOnlyDictionary<string, JsonElement> TargetFilter { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Gets the id of the user who made it, -1 for an app; null unless it was asked for.</summary>
    public long? CreatorId { get; init; }

    /// <summary>Gets the name of the app that made it; null unless it was asked for.</summary>
    public string? CreatorApp { get; init; }

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the address of the record in the API. It is never followed.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
