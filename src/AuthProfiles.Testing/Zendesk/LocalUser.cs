namespace AuthProfiles.Testing;

/// <summary>A user of a local Zendesk account, as they were when they were asked for.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record LocalUser
{
    internal LocalUser()
    {
    }

    /// <summary>Gets the id; it doesn't fit 32 bits, as at Zendesk.</summary>
    public long Id { get; internal init; }

    /// <summary>Gets the name.</summary>
    public string Name { get; internal init; } = string.Empty;

    /// <summary>Gets the email, unique in the account in any case; empty where there is none.</summary>
    public string Email { get; internal init; } = string.Empty;

    /// <summary>Gets the role: <c>admin</c>, <c>agent</c> or <c>end-user</c>.</summary>
    public string Role { get; internal init; } = LocalUsers.EndUser;

    /// <summary>Gets the language tag, or null where nobody said.</summary>
    public string? Locale { get; internal init; }

    /// <summary>Gets the id that the user has in another system, or null.</summary>
    public string? ExternalId { get; internal init; }

    /// <summary>Gets when the user was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; internal init; }

    /// <summary>Gets when the user was added.</summary>
    public DateTimeOffset CreatedAt { get; internal init; }
}
