using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AuthProfiles.Zendesk.Paging;

/// <summary>A place in a list. It stays where it is when a page can't be read: moving on asks for the same page, so no item is lost and none comes twice.</summary>
internal sealed class PageWalker<T> : IAsyncEnumerator<T>
    where T : class
{
    private readonly PagedList<T> _list;
    private readonly RepeatFilter<T>? _repeats;
    private readonly CancellationTokenSource? _either;
    private readonly CancellationToken _cancellation;

    // Digests in place of cursors, which have hundreds of characters in some lists: a walk of a thousand pages stays small.
    private readonly HashSet<UInt128> _seen = [];

    private PageOptions _at;
    private Page<T>? _page;
    private int _index = -1;

    /// <summary>Initializes a new instance of the <see cref="PageWalker{T}"/> class that stands before the first page.</summary>
    /// <param name="list">The list.</param>
    /// <param name="options">Where to begin.</param>
    /// <param name="either">The source of the token, where it stands for two; it is disposed with the walker.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public PageWalker(PagedList<T> list, PageOptions options, CancellationTokenSource? either, CancellationToken cancellationToken)
    {
        _list = list;
        _repeats = list.NewRepeatFilter();
        _at = options;
        _either = either;
        _cancellation = cancellationToken;
        if (options.After is { } after)
        {
            _seen.Add(Digest(after));
        }
    }

    public T Current => _page!.Items[_index];

    public ValueTask<bool> MoveNextAsync()
    {
        if (_page is { } page && _index + 1 < page.Items.Count)
        {
            _index++;
            return new(true);
        }

        return GoOnAsync();
    }

    public ValueTask DisposeAsync()
    {
        _either?.Dispose();
        return default;
    }

    private static UInt128 Digest(string cursor) =>
        BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(MemoryMarshal.AsBytes(cursor.AsSpan())));

    private async ValueTask<bool> GoOnAsync()
    {
        do
        {
            _cancellation.ThrowIfCancellationRequested();
            var next = _at;
            if (_page is { } read)
            {
                if (read.Next is not { } cursor)
                {
                    return false;
                }

                if (_seen.Contains(Digest(cursor)))
                {
                    throw new ZendeskException(
                        ZendeskErrorKind.RepeatedPage,
                        "Zendesk gave the same cursor twice: the list was stopped because it would never end. Read it again later.");
                }

                next = _at with { After = cursor };
            }

            // Only a page that is there moves the place.
            var page = await _list.PatientPageAsync(next, _cancellation).ConfigureAwait(false);
            if (_page is not null)
            {
                _seen.Add(Digest(next.After!));
            }

            (_page, _at, _index) = (_repeats?.Apply(page) ?? page, next, -1);
        }
        while (_page.Items.Count == 0);

        _index = 0;
        return true;
    }
}
