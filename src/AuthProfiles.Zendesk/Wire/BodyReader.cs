namespace AuthProfiles.Zendesk.Wire;

/// <summary>Reads bodies within bounds: of silence, of time in all, and of bytes.</summary>
/// <param name="idleTimeout">How long the body may pause.</param>
/// <param name="totalTimeout">How long the whole body may take, because a drop of bytes now and then is no silence.</param>
/// <param name="time">The clock.</param>
internal sealed class BodyReader(TimeSpan idleTimeout, TimeSpan totalTimeout, TimeProvider time)
{
    private const int Smallest = 16 * 1024;

    // What an answer says of its length is believed up to here; a longer one grows as it comes.
    private const int LargestPromise = 1024 * 1024;

    /// <summary>Reads the body up to <paramref name="limit"/> bytes; a longer one is cut there, so one byte beyond tells that it is too long.</summary>
    /// <exception cref="TimeoutException">The body paused for too long, or took too long in all.</exception>
    public async Task<PooledBody> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        using var idle = new CancellationTokenSource(idleTimeout, time);
        using var total = new CancellationTokenSource(totalTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, idle.Token, total.Token);
        var expected = content.Headers.ContentLength is { } length and > 0 ? (int)Math.Min(length, LargestPromise) + 1 : Smallest;
#pragma warning disable CA2000 // Given to the caller; after a failure it is left to the collector, because a read that was given up may still write into it.
        var body = new PooledBody(expected);
#pragma warning restore CA2000
        try
        {
            var stream = await content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                while (body.Length < limit)
                {
                    var room = body.Room();
                    var read = await stream.ReadAsync(room[..Math.Min(room.Length, limit - body.Length)], either.Token).ConfigureAwait(false);
                    if (read == 0)
                    {
                        break;
                    }

                    body.Advance(read);
                    idle.CancelAfter(idleTimeout);
                }
            }

            return body;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested && either.IsCancellationRequested)
        {
            throw new TimeoutException(
                idle.IsCancellationRequested ? $"The body paused for {idleTimeout}." : $"The body took more than {totalTimeout}.",
                exception);
        }
    }
}
