namespace AuthProfiles.Zendesk;

/// <summary>A webhook to create. Immutable.</summary>
public sealed record NewWebhook
{
    private static readonly IReadOnlyList<string> Conditional = ["conditional_ticket_events"];

    /// <summary>Gets the name. It need not be unique.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the address to call: <c>https</c>, or <c>http</c> where there are no <see cref="CustomHeaders"/>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Gets the method.</summary>
    /// <value>The default is <c>POST</c>, which webhooks of events must have.</value>
    public HttpMethod Method { get; init; } = HttpMethod.Post;

    /// <summary>Gets what the body of the requests is.</summary>
    /// <value>The default is <see cref="WebhookFormat.Json"/>.</value>
    public WebhookFormat Format { get; init; } = WebhookFormat.Json;

    /// <summary>Gets whether it sends.</summary>
    /// <value>The default is <see cref="WebhookStatus.Active"/>.</value>
    public WebhookStatus Status { get; init; } = WebhookStatus.Active;

    /// <summary>Gets the events it is called for, such as <c>zen:event-type:user.created</c>. It can't be changed to or from triggers later.</summary>
    /// <value>The default is <c>conditional_ticket_events</c>: triggers and automations call it.</value>
    public IReadOnlyList<string> Subscriptions { get; init; } = Conditional;

    /// <summary>Gets the description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets how the requests are authorized at the endpoint.</summary>
    public WebhookAuthentication? Authentication { get; init; }

    /// <summary>Gets headers that the requests carry. They are no place for secrets: everybody who sees the webhook sees them.</summary>
    public IReadOnlyDictionary<string, string>? CustomHeaders { get; init; }
}
