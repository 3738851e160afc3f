namespace AuthProfiles.Zendesk.Paging;

/// <summary>The items of all pages, one page after the other as the caller goes on.</summary>
/// <param name="list">The list.</param>
/// <param name="options">Where to begin.</param>
/// <param name="cancellation">Ends every walk.</param>
internal sealed class PageWalk<T>(PagedList<T> list, PageOptions options, CancellationToken cancellation) : IAsyncEnumerable<T>
    where T : class
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var either = cancellation.CanBeCanceled && cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellation, cancellationToken) : null;
        return new PageWalker<T>(list, options, either, either?.Token ?? (cancellation.CanBeCanceled ? cancellation : cancellationToken));
    }
}
