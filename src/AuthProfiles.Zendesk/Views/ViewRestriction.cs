namespace AuthProfiles.Zendesk;

/// <summary>Who may use a view: agents of groups, or one agent. Immutable.</summary>
public sealed record ViewRestriction
{
    internal const string GroupType = "Group";
    internal const string UserType = "User";

    internal ViewRestriction(string? type, long? id, IReadOnlyList<long> ids)
    {
        Type = type;
        Id = id;
        Ids = ids;
    }

    /// <summary>Gets the kind as Zendesk names it: <c>Group</c> or <c>User</c>.</summary>
    public string? Type { get; }

    /// <summary>Gets the id of the user, or of one group.</summary>
    public long? Id { get; }

    /// <summary>Gets the ids of the groups; empty where there is a user.</summary>
    public IReadOnlyList<long> Ids { get; }

    /// <summary>Makes the restriction to the agents of groups.</summary>
    /// <param name="ids">The ids of the groups, at least one.</param>
    /// <returns>The restriction.</returns>
    public static ViewRestriction ToGroups(params IReadOnlyList<long> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfZero(ids.Count, nameof(ids));
        return new(GroupType, id: null, ids);
    }

    /// <summary>Makes the restriction to one agent, whose own view it is then.</summary>
    /// <param name="id">The id of the user.</param>
    /// <returns>The restriction.</returns>
    public static ViewRestriction ToUser(long id) => new(UserType, id, []);
}
