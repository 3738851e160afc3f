using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>An identity of a user, such as an e-mail address, as Zendesk gave it. Immutable.</summary>
public sealed record UserIdentity
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the id of the user.</summary>
    public long? UserId { get; init; }

    /// <summary>Gets the kind.</summary>
    public UserIdentityType? Type { get; init; }

    /// <summary>Gets the address, the number or the name, as the kind says.</summary>
    public string? Value { get; init; }

    /// <summary>Gets a value indicating whether it is the primary one of its kind.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>Gets a value indicating whether it is verified. <see cref="VerificationMethod"/> says it more exactly.</summary>
    public bool? IsVerified { get; init; }

    /// <summary>Gets how it was verified.</summary>
    public VerificationMethod? VerificationMethod { get; init; }

    /// <summary>Gets when the user last showed that it is theirs, or null where that never was.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>Gets whether Zendesk sends mails to an e-mail address, such as <c>deliverable</c>; null for other kinds.</summary>
    public string? DeliverableState { get; init; }

    /// <summary>Gets how often a mail to the address came back.</summary>
    public long? UndeliverableCount { get; init; }

    /// <summary>Gets when the identity was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the identity was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Gets the address of the identity in the API. It is never followed.</summary>
    public string? Url { get; init; }
}
