using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A client of OAuth: an application that may ask the account's users for access. Its text tells no secret. Immutable.</summary>
public sealed record OAuthClient
{
    /// <summary>Gets the id, the number that tokens name: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the identifier: the <c>client_id</c> of OAuth.</summary>
    public string? Identifier { get; init; }

    /// <summary>Gets the name that users see.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the client secret. Only the answers to its creation and to <see cref="OAuthClientsClient.GenerateSecretAsync"/> have all of it.</summary>
    public SecretValue? Secret { get; init; }

    /// <summary>Gets the kind: <c>confidential</c>, which keeps a secret, or <c>public</c>, which has none.</summary>
    public string? Kind { get; init; }

    /// <summary>Gets the addresses that users may come back to.</summary>
    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    /// <summary>Gets the company that users see.</summary>
    public string? Company { get; init; }

    /// <summary>Gets the description that users see.</summary>
    public string? Description { get; init; }

    /// <summary>Gets a value indicating whether it is one client for all accounts.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>Gets the id of the administrator who made it.</summary>
    public long? UserId { get; init; }

    /// <summary>Gets where its picture is.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the address of the record in the API. It is never followed.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
