namespace AuthProfiles.Zendesk.Groups;

/// <summary>Refuses before the network what Zendesk would refuse or misread.</summary>
internal static class GroupChecks
{
    private static readonly GroupUpdate Nothing = new();

    public static void New(NewGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        if (string.IsNullOrWhiteSpace(group.Name))
        {
            throw new ArgumentException("A group has a name.", nameof(group));
        }
    }

    public static void Update(GroupUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (update == Nothing)
        {
            throw new ArgumentException("The update changes nothing: assign at least one member.", nameof(update));
        }
    }

    public static void Membership(NewGroupMembership membership, string parameter)
    {
        ArgumentNullException.ThrowIfNull(membership, parameter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(membership.UserId, parameter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(membership.GroupId, parameter);
    }
}
