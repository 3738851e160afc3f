using System.Collections.Immutable;

namespace AuthProfiles.OAuth;

/// <summary>What an owner's consent brought.</summary>
/// <param name="Grant">The grant.</param>
internal sealed record ConsentedGrant(Grant Grant)
{
    /// <summary>Gets what the provider's ID token calls the account, or null.</summary>
    public string? AccountLabel { get; init; }

    /// <summary>Gets the scopes that were asked for and not granted.</summary>
    public ImmutableArray<string> MissingScopes { get; init; } = [];
}
