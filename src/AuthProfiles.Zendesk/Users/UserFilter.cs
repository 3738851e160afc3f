namespace AuthProfiles.Zendesk;

/// <summary>Which users a list or a count is of. Immutable; the default is all.</summary>
public sealed record UserFilter
{
    /// <summary>Gets the roles, of which a user has one. The default is all roles.</summary>
    public IReadOnlyList<UserRole> Roles { get; init; } = [];

    /// <summary>Gets the id of the account's own role that agents have. The default is null: any role, or none.</summary>
    public long? CustomRoleId { get; init; }
}
