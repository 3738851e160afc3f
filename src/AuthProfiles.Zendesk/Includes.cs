using System.Text.Json;
using AuthProfiles.Zendesk.Groups;
using AuthProfiles.Zendesk.Organizations;
using AuthProfiles.Zendesk.Users;

namespace AuthProfiles.Zendesk;

/// <summary>The records that can come along with others. Which list offers which is in Zendesk's documentation of side-loading.</summary>
public static class Includes
{
    /// <summary>Gets the key of the users that the items name.</summary>
    public static Include<User> Users { get; } = new("users", UserReader.Read);

    /// <summary>Gets the key of the groups that the items name.</summary>
    public static Include<Group> Groups { get; } = new("groups", GroupReader.Read);

    /// <summary>Gets the key of the organizations that the items name.</summary>
    public static Include<Organization> Organizations { get; } = new("organizations", OrganizationReader.Read);

    /// <summary>Makes the key of records that have no type here, such as <c>metric_sets</c>.</summary>
    /// <remarks>The documents may be disposed, and need not be. What Zendesk puts into the items themselves (<c>dates</c>, <c>slas</c>) is among their additional members: see <see cref="ZendeskClient.KeepingUnknownMembers"/>.</remarks>
    /// <param name="name">The name on the wire.</param>
    /// <returns>The key. Keep it: it is what the records are found by.</returns>
    public static Include<JsonDocument> Raw(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(name, static (ref json) => json.Document());
    }
}
