namespace AuthProfiles.Zendesk;

/// <summary>A client of OAuth to create. Immutable.</summary>
public sealed record NewOAuthClient
{
    /// <summary>Gets the name that users see.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the identifier: the <c>client_id</c> of OAuth. No other client of the account may have it.</summary>
    public required string Identifier { get; init; }

    /// <summary>Gets the kind: <c>confidential</c>, which keeps a secret, or <c>public</c>, which has none and needs PKCE.</summary>
    public string? Kind { get; init; }

    /// <summary>Gets the id of the administrator whose it is. The default is the user who calls.</summary>
    public long? UserId { get; init; }

    /// <summary>Gets the addresses that users may come back to: https, or http on this machine.</summary>
    public IReadOnlyList<string>? RedirectUris { get; init; }

    /// <summary>Gets the company that users see.</summary>
    public string? Company { get; init; }

    /// <summary>Gets the description that users see.</summary>
    public string? Description { get; init; }
}
