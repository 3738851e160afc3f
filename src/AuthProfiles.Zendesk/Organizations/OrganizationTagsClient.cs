using AuthProfiles.Zendesk.Organizations;
using AuthProfiles.Zendesk.Tags;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The tags of single organizations. Immutable and thread-safe; comes from <see cref="OrganizationsClient.Tags"/>.</summary>
/// <remarks>Zendesk puts the tags of an organization on the tickets that its users make later. What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class OrganizationTagsClient
{
    private readonly RecordTags _tags;

    internal OrganizationTagsClient(ZendeskTransport transport) => _tags = new RecordTags(transport, OrganizationAnswers.Root);

    /// <summary>Reads the tags of an organization.</summary>
    /// <param name="id">The organization's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tags.</returns>
    public Task<IReadOnlyList<string>> GetAsync(long id, CancellationToken cancellationToken = default) => _tags.GetAsync(id, cancellationToken);

    /// <summary>Adds tags to those an organization has.</summary>
    /// <param name="id">The organization's id.</param>
    /// <param name="tags">At least one tag, none with white space.</param>
    /// <param name="cancellationToken">Ends the wait; the tags may have been added by then.</param>
    /// <returns>All tags that the organization has now.</returns>
    public Task<IReadOnlyList<string>> AddAsync(long id, IReadOnlyList<string> tags, CancellationToken cancellationToken = default) => _tags.AddAsync(id, tags, cancellationToken);

    /// <summary>Replaces all tags of an organization.</summary>
    /// <param name="id">The organization's id.</param>
    /// <param name="tags">The tags, none with white space; an empty list takes all away.</param>
    /// <param name="cancellationToken">Ends the wait; the tags may have been replaced by then.</param>
    /// <returns>All tags that the organization has now.</returns>
    public Task<IReadOnlyList<string>> SetAsync(long id, IReadOnlyList<string> tags, CancellationToken cancellationToken = default) => _tags.SetAsync(id, tags, cancellationToken);

    /// <summary>Takes tags off an organization; one that it does not have is no error.</summary>
    /// <param name="id">The organization's id.</param>
    /// <param name="tags">At least one tag, none with white space.</param>
    /// <param name="cancellationToken">Ends the wait; the tags may be gone by then.</param>
    /// <returns>A task that ends when the tags are gone.</returns>
    public Task RemoveAsync(long id, IReadOnlyList<string> tags, CancellationToken cancellationToken = default) => _tags.RemoveAsync(id, tags, cancellationToken);
}
