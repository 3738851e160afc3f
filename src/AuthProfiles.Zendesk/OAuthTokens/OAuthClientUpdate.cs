namespace AuthProfiles.Zendesk;

/// <summary>A change of a client of OAuth. Immutable; what is not assigned stays as it is.</summary>
public sealed record OAuthClientUpdate
{
    /// <summary>Gets the name that users see.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the identifier: the <c>client_id</c> of OAuth. Whoever uses the old one is locked out.</summary>
    public string? Identifier { get; init; }

    /// <summary>Gets the kind: <c>confidential</c> or <c>public</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Gets the addresses that users may come back to: https, or http on this machine; they replace those there are.</summary>
    public IReadOnlyList<string>? RedirectUris { get; init; }

    /// <summary>Gets the company that users see.</summary>
    public string? Company { get; init; }

    /// <summary>Gets the description that users see.</summary>
    public string? Description { get; init; }
}
