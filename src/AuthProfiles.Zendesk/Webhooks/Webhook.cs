using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A webhook: what Zendesk calls when something happens. Immutable.</summary>
public sealed record Webhook
{
    /// <summary>Gets the id, which is no number.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the address that is called.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Gets the method of the requests, such as <c>POST</c>.</summary>
    public string? Method { get; init; }

    /// <summary>Gets what the body of the requests is.</summary>
    public WebhookFormat? Format { get; init; }

    /// <summary>Gets whether it sends.</summary>
    public WebhookStatus? Status { get; init; }

    /// <summary>Gets the events it is called for, such as <c>zen:event-type:user.created</c>; <c>conditional_ticket_events</c> is what triggers and automations call.</summary>
    public IReadOnlyList<string> Subscriptions { get; init; } = [];

    /// <summary>Gets how the requests are authorized at the endpoint, or null. Zendesk gives no more of it than the user's name.</summary>
    public WebhookAuthentication? Authentication { get; init; }

    /// <summary>Gets headers that the requests carry, or null.</summary>
    public IReadOnlyDictionary<string, string>? CustomHeaders { get; init; }

    /// <summary>Gets the secret with which the requests are signed, or null where Zendesk leaves it out: <see cref="WebhooksClient.GetSigningSecretAsync"/> reads it.</summary>
    public WebhookSigningSecret? SigningSecret { get; init; }

    /// <summary>Gets the application that made it, as it came; empty where a person did.</summary>
    public IReadOnlyDictionary<string, JsonElement> ExternalSource { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Gets the id of the user who made it; -1 is Zendesk itself.</summary>
    public long? CreatedById { get; init; }

    /// <summary>Gets the id of the user who changed it last; -1 is Zendesk itself.</summary>
    public long? UpdatedById { get; init; }

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
