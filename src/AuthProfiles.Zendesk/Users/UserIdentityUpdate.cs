namespace AuthProfiles.Zendesk;

/// <summary>A change of an identity. Immutable; what is null stays as it is.</summary>
public sealed record UserIdentityUpdate
{
    /// <summary>Gets the address, the number or the name, as the kind says.</summary>
    public string? Value { get; init; }

    /// <summary>Gets a value indicating whether it counts as verified.</summary>
    public bool? IsVerified { get; init; }

    /// <summary>Gets how it counts as verified, in place of <see cref="IsVerified"/>: <see cref="VerificationMethod.Low"/> or <see cref="VerificationMethod.None"/>.</summary>
    public VerificationMethod? VerificationMethod { get; init; }
}
