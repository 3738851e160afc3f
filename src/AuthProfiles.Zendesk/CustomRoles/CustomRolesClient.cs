using AuthProfiles.Zendesk.CustomRoles;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The roles of agents that one account has made itself, from the Enterprise plan up. Immutable and thread-safe; comes from <see cref="ZendeskClient.CustomRoles"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class CustomRolesClient
{
    private static readonly ApiPath Root = ApiPath.Of("custom_roles");

    private static readonly ReadValue<CustomRole> One = Answer.Of<CustomRole>("custom_role", CustomRoleReader.Read);
    private static readonly ReadValue<IReadOnlyList<CustomRole>> Many = Answer.ListOf<CustomRole>("custom_roles", CustomRoleReader.Read);

    private readonly ZendeskTransport _transport;

    internal CustomRolesClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Reads all roles; Zendesk gives them in one.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The roles.</returns>
    public Task<IReadOnlyList<CustomRole>> ListAsync(CancellationToken cancellationToken = default) => _transport.GetAsync(Root, Many, cancellationToken);

    /// <summary>Reads one role.</summary>
    /// <param name="id">The role's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The role; one that does not exist is an error of kind <see cref="ZendeskErrorKind.NotFound"/>.</returns>
    public Task<CustomRole> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then(id), One, cancellationToken);
}
