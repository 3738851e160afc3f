namespace AuthProfiles.Zendesk;

/// <summary>An identity to give a user. Immutable; what is null is not sent.</summary>
/// <param name="Type">The kind.</param>
/// <param name="Value">The address, the number or the name, as the kind says.</param>
public sealed record NewUserIdentity(UserIdentityType Type, string Value)
{
    /// <summary>Gets a value indicating whether it is to be the primary one of its kind.</summary>
    public bool? IsPrimary { get; init; }

    /// <summary>Gets a value indicating whether it counts as verified.</summary>
    public bool? IsVerified { get; init; }

    /// <summary>Gets a value indicating whether Zendesk sends no e-mail by which the user verifies the address.</summary>
    /// <value>The default is false: the account's settings decide. An agent's own profile gets the mail in any case.</value>
    public bool SkipsVerifyEmail { get; init; }
}
