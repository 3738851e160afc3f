using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>One time that a webhook was to be called. Zendesk keeps it for 7 days. Immutable.</summary>
public sealed record WebhookInvocation
{
    /// <summary>Gets the id, which is no number. The requests carry it as <c>x-zendesk-webhook-invocation-id</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what became of it, such as <c>success</c>, <c>timeout</c> or <c>circuit broken</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Gets when the last attempt came to its end.</summary>
    public DateTimeOffset? LatestCompletedAt { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
