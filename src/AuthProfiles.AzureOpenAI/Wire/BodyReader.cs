using System.Buffers;
using AuthProfiles.AzureOpenAI.Errors;

namespace AuthProfiles.AzureOpenAI.Wire;

/// <summary>Reads the bodies of answers into pooled memory, within bounds of time and size.</summary>
internal sealed class BodyReader
{
    /// <summary>The largest answer that is read: about 2,048 vectors of 3,072 numbers as JSON text, and some.</summary>
    internal const int LongestAnswer = 128 * 1024 * 1024;

    private const int FirstBuffer = 16 * 1024;

    private readonly TimeSpan _idle;
    private readonly TimeProvider _clock;

    public BodyReader(TimeSpan idle, TimeProvider clock)
    {
        _idle = idle;
        _clock = clock;
    }

    /// <summary>Reads a whole body into pooled memory.</summary>
    /// <returns>The bytes, disposed by the caller.</returns>
    /// <exception cref="AzureOpenAIException">The body stalled, was cut or is too long.</exception>
    public ValueTask<PooledBuffer> ReadAsync(HttpResponseMessage response, TimeSpan total, int longest, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > longest)
        {
            throw ErrorAnswer.TooLarge(response, longest);
        }

#pragma warning disable CA2000 // Given to the caller; after a failure it is left to the collector, because a read that was given up may still write into it.
        return ReadAsync(response, new PooledBuffer((int)(response.Content.Headers.ContentLength + 1 ?? FirstBuffer)), total, longest, cancellationToken);
#pragma warning restore CA2000
    }

    /// <summary>Reads a body into memory that the caller gives piece by piece. After a failure a read that was given up may still write into the last piece.</summary>
    /// <returns>The same buffer.</returns>
    /// <exception cref="AzureOpenAIException">The body stalled, was cut or is too long.</exception>
    public async ValueTask<TBuffer> ReadAsync<TBuffer>(HttpResponseMessage response, TBuffer buffer, TimeSpan total, int longest, CancellationToken cancellationToken)
        where TBuffer : class, IBufferWriter<byte>
    {
        using var deadline = new BodyDeadline(_idle, total, _clock, cancellationToken);
        try
        {
            await ReadAsync(response, buffer, deadline, longest).ConfigureAwait(false);
            return buffer;
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (deadline.HasPassed)
            {
                throw ErrorAnswer.Stalled(response, exception);
            }

            if (exception is IOException or HttpRequestException)
            {
                throw ErrorAnswer.Interrupted(response, exception);
            }

            throw;
        }
    }

    private static async ValueTask ReadAsync(HttpResponseMessage response, IBufferWriter<byte> buffer, BodyDeadline deadline, int longest)
    {
        var opening = new ValueTask<Stream>(response.Content.ReadAsStreamAsync(deadline.Token));
        var stream = await deadline.WaitAsync(opening).ConfigureAwait(false);
        long length = 0;
        while (await deadline.WaitAsync(stream.ReadAsync(buffer.GetMemory(), deadline.Token)).ConfigureAwait(false) is var count && count > 0)
        {
            buffer.Advance(count);
            length += count;
            if (length > longest)
            {
                throw ErrorAnswer.TooLarge(response, longest);
            }

            deadline.ThrowIfOver();
        }

        // An end that came too late is none: a body may have ended because it was given up.
        deadline.ThrowIfOver();
    }
}
