using System.Runtime.CompilerServices;

namespace AuthProfiles.Zendesk.Paging;

/// <summary>Reads page after page, one at a time, until the last.</summary>
internal static class PageWalk
{
    /// <summary>Yields the items of all pages; a cursor that comes a second time ends the walk with an error, not with an endless loop.</summary>
    public static async IAsyncEnumerable<T> ItemsAsync<T>(
        Func<PageOptions, CancellationToken, Task<Page<T>>> read,
        PageOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var current = options; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await read(current, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            if (page.Next is not { } next)
            {
                yield break;
            }

            if (string.Equals(next, options.After, StringComparison.Ordinal) || !seen.Add(next))
            {
                throw new ZendeskException(
                    ZendeskErrorKind.RepeatedPage,
                    $"Zendesk gave the same cursor twice after {seen.Count} pages: the list was stopped because it would never end. Read it again later.");
            }

            current = options with { After = next };
        }
    }
}
