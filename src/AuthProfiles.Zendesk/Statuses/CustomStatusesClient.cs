using System.Globalization;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Statuses;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The statuses of one account's own. Immutable and thread-safe; comes from <see cref="ZendeskClient.CustomStatuses"/>.</summary>
/// <remarks>Zendesk deletes none: one that is not to be used is set inactive. Only administrators change them. What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class CustomStatusesClient
{
    private static readonly ApiPath Root = ApiPath.Of("custom_statuses");
    private static readonly ReadValue<CustomStatus> One = Answer.Of<CustomStatus>("custom_status", CustomStatusReader.Read);
    private static readonly ReadValue<IReadOnlyList<CustomStatus>> Many = Answer.ListOf<CustomStatus>("custom_statuses", CustomStatusReader.Read);

    private readonly ZendeskTransport _transport;

    internal CustomStatusesClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Reads the statuses. Zendesk gives them in one answer.</summary>
    /// <param name="categories">The statuses of Zendesk that they must belong to. The default is any.</param>
    /// <param name="active">Whether they must be in use, or must not. The default is either.</param>
    /// <param name="isDefault">Whether they must be the default of their category, or must not. The default is either.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The statuses.</returns>
    public Task<IReadOnlyList<CustomStatus>> ListAsync(IReadOnlyList<TicketStatus>? categories = null, bool? active = null, bool? isDefault = null, CancellationToken cancellationToken = default)
    {
        var path = Root
            .With("status_categories", categories is { Count: > 0 } ? string.Join(',', categories) : null)
            .With("active", active)
            .With("default", isDefault);
        return _transport.GetAsync(path, Many, cancellationToken);
    }

    /// <summary>Reads one status.</summary>
    /// <param name="id">The status's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The status.</returns>
    public Task<CustomStatus> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then(id), One, cancellationToken);

    /// <summary>Creates a status. It is not repeated by itself.</summary>
    /// <param name="status">The status.</param>
    /// <param name="cancellationToken">Ends the wait; the status may have been created by then.</param>
    /// <returns>The status as Zendesk has it, with its id.</returns>
    public Task<CustomStatus> CreateAsync(NewCustomStatus status, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(status);
        ArgumentException.ThrowIfNullOrWhiteSpace(status.AgentLabel, nameof(status));
        ArgumentException.ThrowIfNullOrWhiteSpace(status.Category.Value, nameof(status));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root, JsonBody.Of("custom_status", status, CustomStatusWriter.Create)) { IsRepeatable = false }, One, cancellationToken);
    }

    /// <summary>Changes a status.</summary>
    /// <param name="id">The status's id.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have been made by then.</param>
    /// <returns>The status as it is now.</returns>
    public Task<CustomStatus> UpdateAsync(long id, CustomStatusUpdate update, CancellationToken cancellationToken = default)
    {
        UpdateCheck.ChangesSomething(update, nameof(update));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, Root.Then(id), JsonBody.Of("custom_status", update, CustomStatusWriter.Update)), One, cancellationToken);
    }

    /// <summary>Makes statuses the default of their categories.</summary>
    /// <param name="ids">The ids, one for each category that is to have another.</param>
    /// <param name="cancellationToken">Ends the wait; the defaults may be others by then.</param>
    /// <returns>A task that ends when the defaults are set.</returns>
    public Task SetDefaultsAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfZero(ids.Count, nameof(ids));
        RecordChecks.Ids(ids, nameof(ids));
        var list = string.Join(',', ids.Select(static id => id.ToString(CultureInfo.InvariantCulture)));
        var body = JsonBody.Of(list, static (writer, list) => writer.WriteString("ids"u8, list));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, ApiPath.Of("custom_status/default"), body), cancellationToken);
    }
}
