namespace AuthProfiles.Zendesk;

/// <summary>Who has a macro. Immutable.</summary>
public sealed record MacroRestriction
{
    /// <summary>Gets the kind: <c>Group</c> or <c>User</c>, or whatever else Zendesk says.</summary>
    public required string Type { get; init; }

    /// <summary>Gets the id of the group or user.</summary>
    public long? Id { get; init; }

    /// <summary>Gets the ids of several groups; empty where there is one.</summary>
    public IReadOnlyList<long> Ids { get; init; } = [];

    /// <summary>Makes one for a user alone.</summary>
    /// <param name="id">The user's id.</param>
    /// <returns>The restriction.</returns>
    public static MacroRestriction ToUser(long id) => new() { Type = "User", Id = id };

    /// <summary>Makes one for groups.</summary>
    /// <param name="ids">The groups' ids; at least one.</param>
    /// <returns>The restriction.</returns>
    public static MacroRestriction ToGroups(params IReadOnlyList<long> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfZero(ids.Count, nameof(ids));
        return new() { Type = "Group", Id = ids[0], Ids = ids };
    }
}
