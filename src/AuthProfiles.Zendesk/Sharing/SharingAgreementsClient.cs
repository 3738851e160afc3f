using AuthProfiles.Zendesk.Sharing;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The agreements of one account to share tickets with others. Immutable and thread-safe; comes from <see cref="ZendeskClient.SharingAgreements"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class SharingAgreementsClient
{
    private static readonly ApiPath Root = ApiPath.Of("sharing_agreements");
    private static readonly ReadValue<SharingAgreement> One = Answer.Of<SharingAgreement>("sharing_agreement", SharingAgreementReader.Read);
    private static readonly ReadValue<IReadOnlyList<SharingAgreement>> Many = Answer.ListOf<SharingAgreement>("sharing_agreements", SharingAgreementReader.Read);

    private readonly ZendeskTransport _transport;

    internal SharingAgreementsClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Reads the agreements. Zendesk gives them in one answer.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The agreements.</returns>
    public Task<IReadOnlyList<SharingAgreement>> ListAsync(CancellationToken cancellationToken = default) => _transport.GetAsync(Root, Many, cancellationToken);

    /// <summary>Reads one agreement.</summary>
    /// <param name="id">The agreement's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The agreement.</returns>
    public Task<SharingAgreement> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then(id), One, cancellationToken);
}
