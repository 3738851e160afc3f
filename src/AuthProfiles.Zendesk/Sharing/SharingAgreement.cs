using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>An agreement to share tickets with another account. Immutable.</summary>
public sealed record SharingAgreement
{
    /// <summary>Gets the id, which <see cref="Ticket.SharingAgreementIds"/> name: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the direction: <c>inbound</c> or <c>outbound</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Gets the state, such as <c>accepted</c>, <c>pending</c> or <c>declined</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Gets the partner where it is no account of Zendesk, such as <c>jira</c>; or null.</summary>
    public string? PartnerName { get; init; }

    /// <summary>Gets the subdomain of the other account, or null.</summary>
    public string? RemoteSubdomain { get; init; }

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the address of the record in the API. It is never followed.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
