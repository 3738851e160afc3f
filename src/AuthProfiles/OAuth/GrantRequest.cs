namespace AuthProfiles.OAuth;

/// <summary>What a profile asks a token endpoint for.</summary>
/// <param name="GrantType">The grant type.</param>
internal sealed record GrantRequest(string GrantType)
{
    /// <summary>Gets the parameters of the grant, in order, without those of the client.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];

    /// <summary>Gets what writes the assertion that is the grant, signed by whoever asks: each attempt has its own, since none is good twice; or null.</summary>
    public Func<ClientIdentity, DateTimeOffset, string>? Assertion { get; init; }

    /// <summary>Gets a value indicating whether it goes to the address of renewals, with their further parameters.</summary>
    public bool IsRenewal { get; init; }

    /// <summary>Gets a value indicating whether the pairs of <see cref="OAuthOptions.Scope"/> are sent: not where the user was asked for them already.</summary>
    public bool AsksForScope { get; init; }

    /// <summary>Gets a value indicating whether the grant can be asked for again without losing anything.</summary>
    public bool IsSafeToRepeat { get; init; }

    /// <summary>Gets a value indicating whether it is one of many questions, each of which is asked once: whoever polls keeps the pace.</summary>
    public bool IsPoll { get; init; }

    /// <summary>Gets a value indicating whether a grant that the server no longer knows means that its owner must authorize again.</summary>
    public bool IsOfOwner { get; init; }

    /// <summary>Gets the connection's fields that are offered: one that is refused for good is refused until they change.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Gets the refresh token that is kept where the answer has none.</summary>
    public SecretValue? RefreshToken { get; init; }

    /// <summary>Gets the grant that is renewed, or null: what its answer said and the next one leaves out stays as it was.</summary>
    public Grant? Previous { get; init; }

    /// <summary>Gets the address, where it is known from before, or null.</summary>
    public Uri? Address { get; init; }
}
