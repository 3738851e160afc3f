using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A brand of the account, with a subdomain of its own. Immutable.</summary>
public sealed record Brand
{
    /// <summary>Gets the id, which <see cref="Ticket.BrandId"/> names: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the subdomain.</summary>
    public string? Subdomain { get; init; }

    /// <summary>Gets the address that people see.</summary>
    public string? BrandUrl { get; init; }

    /// <summary>Gets the host name of its own, or null. Only administrators see it.</summary>
    public string? HostMapping { get; init; }

    /// <summary>Gets a value indicating whether it is in use.</summary>
    public bool IsActive { get; init; }

    /// <summary>Gets a value indicating whether it is the one that a ticket has unless another is chosen.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Gets a value indicating whether it is deleted.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Gets a value indicating whether it has a help centre.</summary>
    public bool HasHelpCenter { get; init; }

    /// <summary>Gets the state of the help centre: <c>enabled</c>, <c>disabled</c> or <c>restricted</c>.</summary>
    public string? HelpCenterState { get; init; }

    /// <summary>Gets the ids of the forms that are for it.</summary>
    public IReadOnlyList<long> TicketFormIds { get; init; } = [];

    /// <summary>Gets the template of its signature.</summary>
    public string? SignatureTemplate { get; init; }

    /// <summary>Gets its picture, or null.</summary>
    public Attachment? Logo { get; init; }

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the address of the record in the API. It is never followed.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
