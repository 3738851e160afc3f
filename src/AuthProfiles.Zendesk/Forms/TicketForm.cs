using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A form: the fields that a ticket of some kind has, in their order. Immutable.</summary>
public sealed record TicketForm
{
    /// <summary>Gets the id, which <see cref="Ticket.TicketFormId"/> names: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the name that agents see.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the name with its placeholders of dynamic content.</summary>
    public string? RawName { get; init; }

    /// <summary>Gets the name that end users see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Gets the name that end users see with its placeholders of dynamic content.</summary>
    public string? RawDisplayName { get; init; }

    /// <summary>Gets the place among the forms.</summary>
    public long? Position { get; init; }

    /// <summary>Gets the ids of its fields, in their order.</summary>
    public IReadOnlyList<long> TicketFieldIds { get; init; } = [];

    /// <summary>Gets a value indicating whether it is in use.</summary>
    public bool IsActive { get; init; }

    /// <summary>Gets a value indicating whether it is the one that a ticket has unless another is chosen.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Gets a value indicating whether end users see it.</summary>
    public bool IsEndUserVisible { get; init; }

    /// <summary>Gets a value indicating whether it is for all brands.</summary>
    public bool IsInAllBrands { get; init; }

    /// <summary>Gets the ids of the brands it is for, where it is not for all.</summary>
    public IReadOnlyList<long> BrandIds { get; init; } = [];

    /// <summary>Gets what makes fields appear for agents.</summary>
    public IReadOnlyList<FormCondition> AgentConditions { get; init; } = [];

    /// <summary>Gets what makes fields appear for end users.</summary>
    public IReadOnlyList<FormCondition> EndUserConditions { get; init; } = [];

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the address of the record in the API. It is never followed.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
