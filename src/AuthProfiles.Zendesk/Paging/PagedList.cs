using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Paging;

/// <summary>A list at an address: one page of it, or all its items.</summary>
/// <param name="transport">Sends.</param>
/// <param name="path">The address.</param>
/// <param name="reader">Reads a page.</param>
/// <param name="mode">How it is cut into pages.</param>
/// <param name="versionOf">Tells the versions of items apart where a page begins with what the one before has ended with; null where none does.</param>
internal sealed class PagedList<T>(ZendeskTransport transport, ApiPath path, PageReader<T> reader, PageMode mode, Func<T, ItemVersion>? versionOf = null)
    where T : class
{
    /// <summary>Makes what leaves repeated items out of one walk, or null where none are repeated.</summary>
    public RepeatFilter<T>? NewRepeatFilter() => versionOf is null ? null : new RepeatFilter<T>(versionOf);

    public Task<Page<T>> PageAsync(PageOptions? options, CancellationToken cancellationToken)
    {
        var asked = options ?? PageOptions.Default;
        var way = mode.For(asked);
        way.Check(asked);
        return transport.GetAsync(
            way.Ask(path, asked).With("include", IncludeReader.Parameter(asked.Include)),
            (ref JsonSource json) => reader.Read(ref json, way, asked),
            cancellationToken);
    }

    public IAsyncEnumerable<T> ItemsAsync(PageOptions? options, CancellationToken cancellationToken) =>
        new PageWalk<T>(this, options ?? PageOptions.Default, cancellationToken);

    /// <summary>Reads a page, and asks for the same one again while Zendesk can't give it for the moment.</summary>
    public async Task<Page<T>> PatientPageAsync(PageOptions options, CancellationToken cancellationToken)
    {
        // The attempts' own time counts too: each may have waited for the service below.
        var start = transport.Time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            TimeSpan wait;
            try
            {
                return await PageAsync(options, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (Transient.Is(failure, cancellationToken) && transport.Time.GetElapsedTime(start) + Backoff.Of(failure, attempt) <= options.LongestWait)
            {
                wait = Backoff.Of(failure, attempt);
            }

            await Task.Delay(wait, transport.Time, cancellationToken).ConfigureAwait(false);
        }
    }
}
