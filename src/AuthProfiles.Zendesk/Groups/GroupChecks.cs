using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Groups;

/// <summary>Refuses before the network what Zendesk would refuse or misread.</summary>
internal static class GroupChecks
{
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
        UpdateCheck.ChangesSomething(update, nameof(update));
    }

    public static void Membership(NewGroupMembership membership, string parameter)
    {
        ArgumentNullException.ThrowIfNull(membership, parameter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(membership.UserId, parameter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(membership.GroupId, parameter);
    }
}
