using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A token of OAuth as Zendesk keeps it. Its text tells no secret. Immutable.</summary>
public sealed record OAuthToken
{
    /// <summary>Gets the id, by which it is revoked: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the id of the client that it was given to: the number, not the identifier.</summary>
    public long? ClientId { get; init; }

    /// <summary>Gets the id of the user whom it acts for.</summary>
    public long? UserId { get; init; }

    /// <summary>Gets what it may do, such as <c>read</c> or <c>tickets:write</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Gets the token. Only the answer to its creation has all of it, any other the first 10 characters.</summary>
    public SecretValue? Token { get; init; }

    /// <summary>Gets the refresh token, or null where there is none. Only the answer to its creation has all of it.</summary>
    public SecretValue? RefreshToken { get; init; }

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it ends, or null where it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets when it was used last, or null where it was not.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>Gets the address of the record in the API. It is never followed.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
