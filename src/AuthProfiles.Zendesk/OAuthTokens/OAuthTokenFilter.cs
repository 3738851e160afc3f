namespace AuthProfiles.Zendesk;

/// <summary>Which tokens are wanted. Immutable; what is null does not matter.</summary>
public sealed record OAuthTokenFilter
{
    /// <summary>Gets the id of the client that they must be given to: the number, not the identifier.</summary>
    public long? ClientId { get; init; }

    /// <summary>Gets the id of the global client that they must be given to.</summary>
    public long? GlobalClientId { get; init; }

    /// <summary>Gets a value indicating whether tokens of all users come, not the caller's alone. Only administrators may.</summary>
    public bool? OfAllUsers { get; init; }
}
