namespace AuthProfiles.Zendesk.Wire;

/// <summary>Reads any number of records by their ids: as many in a request as Zendesk takes, one request after the other.</summary>
/// <param name="transport">What sends.</param>
/// <param name="path">The address that takes ids, such as <c>users/show_many</c>.</param>
/// <param name="read">Reads an answer.</param>
internal sealed class ManyById<T>(ZendeskTransport transport, ApiPath path, ReadValue<IReadOnlyList<T>> read)
{
    public Task<IReadOnlyList<T>> GetAsync(IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return SendAsync([.. ids.Distinct().Chunk(ApiPath.MostIds).Select(path.WithIds)], cancellationToken);
    }

    /// <summary>Reads records by the ids that another system gave them, in which large and small letters are the same.</summary>
    public Task<IReadOnlyList<T>> GetByExternalIdAsync(IEnumerable<string> externalIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(externalIds);
        var chunks = externalIds.Distinct(StringComparer.OrdinalIgnoreCase).Chunk(ApiPath.MostIds);
        return SendAsync([.. chunks.Select(chunk => path.WithKeys("external_ids", chunk))], cancellationToken);
    }

    // All ids are checked before the first request is sent.
    private async Task<IReadOnlyList<T>> SendAsync(ApiPath[] requests, CancellationToken cancellationToken)
    {
        var records = new List<T>();
        foreach (var request in requests)
        {
            records.AddRange(await transport.GetAsync(request, read, cancellationToken).ConfigureAwait(false));
        }

        return records;
    }
}
