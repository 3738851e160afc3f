namespace AuthProfiles.OAuth;

/// <summary>Reads a response's body up to a limit that holds after decompression: an unbounded answer, or a bomb, costs its first mebibyte.</summary>
internal static class BoundedBody
{
    /// <summary>The most that is read of a token answer: 1 MiB.</summary>
    public const int Limit = 1024 * 1024;

    private const int FirstGuess = 4 * 1024;

    /// <summary>Reads the body whole, or returns null where it is larger than <see cref="Limit"/>.</summary>
    /// <remarks>The array is not pooled, because what it holds is secret. The response stays the caller's to dispose.</remarks>
    /// <param name="response">The response, of which only the headers have been read.</param>
    /// <param name="cancellationToken">The deadline: it covers every read.</param>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // The announced length is a hint: of a compressed body it is the wrong one, and a sender may lie.
        var announced = response.Content.Headers.ContentLength;
        if (announced > Limit)
        {
            return null;
        }

        // One byte more than announced, so that the end is seen without growing.
        var buffer = new byte[(int)Math.Max(announced + 1 ?? 0, FirstGuess)];
        var length = 0;
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                length += read;
                if (length > Limit)
                {
                    return null;
                }

                if (read == 0)
                {
                    return buffer.AsMemory(0, length);
                }

                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, Math.Min(buffer.Length * 2, Limit + 1));
                }
            }
        }
    }
}
