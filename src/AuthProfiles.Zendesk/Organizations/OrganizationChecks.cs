using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Organizations;

/// <summary>Refuses before the network what Zendesk would take for something else than is meant.</summary>
internal static class OrganizationChecks
{
    public static void New(NewOrganization organization, string parameter)
    {
        ArgumentNullException.ThrowIfNull(organization, parameter);
        if (string.IsNullOrWhiteSpace(organization.Name))
        {
            throw new ArgumentException("An organization has a name.", parameter);
        }

        RecordChecks.Tags(organization.Tags, parameter);
    }

    public static void Update(OrganizationUpdate update)
    {
        UpdateCheck.ChangesSomething(update, nameof(update));
        RecordChecks.Tags(update.Tags, nameof(update));
    }

    public static void Membership(NewOrganizationMembership membership, string parameter)
    {
        ArgumentNullException.ThrowIfNull(membership, parameter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(membership.UserId, parameter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(membership.OrganizationId, parameter);
    }
}
