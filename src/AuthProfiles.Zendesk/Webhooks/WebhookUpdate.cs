namespace AuthProfiles.Zendesk;

/// <summary>A change of a webhook. Immutable; what is not assigned stays as it is.</summary>
public sealed record WebhookUpdate
{
    /// <summary>Gets the name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the address to call: <c>https</c>, or <c>http</c> where there are no <see cref="CustomHeaders"/>.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Gets the method.</summary>
    public HttpMethod? Method { get; init; }

    /// <summary>Gets what the body of the requests is.</summary>
    public WebhookFormat? Format { get; init; }

    /// <summary>Gets whether it sends.</summary>
    public WebhookStatus? Status { get; init; }

    /// <summary>Gets the events it is called for; they replace those there are.</summary>
    public IReadOnlyList<string>? Subscriptions { get; init; }

    /// <summary>Gets the description; null takes it away.</summary>
    public Optional<string?> Description { get; init; }

    /// <summary>Gets how the requests are authorized at the endpoint; null lets them go without.</summary>
    public Optional<WebhookAuthentication?> Authentication { get; init; }

    /// <summary>Gets headers that the requests carry; they replace those there are.</summary>
    public IReadOnlyDictionary<string, string>? CustomHeaders { get; init; }
}
