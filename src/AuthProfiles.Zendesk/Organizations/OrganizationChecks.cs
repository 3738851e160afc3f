using AuthProfiles.Zendesk.Model;

namespace AuthProfiles.Zendesk.Organizations;

/// <summary>Refuses before the network what Zendesk would take for something else than is meant.</summary>
internal static class OrganizationChecks
{
    private static readonly OrganizationUpdate Nothing = new();

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
        ArgumentNullException.ThrowIfNull(update);
        RecordChecks.Tags(update.Tags, nameof(update));
        if (update == Nothing)
        {
            throw new ArgumentException("The update changes nothing: assign at least one member.", nameof(update));
        }
    }

    public static void Membership(NewOrganizationMembership membership, string parameter)
    {
        ArgumentNullException.ThrowIfNull(membership, parameter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(membership.UserId, parameter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(membership.OrganizationId, parameter);
    }
}
