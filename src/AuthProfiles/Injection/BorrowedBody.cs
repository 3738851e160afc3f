namespace AuthProfiles.Injection;

/// <summary>Finds the bytes of a content that holds them in memory, without copying them.</summary>
internal sealed class BorrowedBody : BodySink
{
    // These types write at once and on the calling thread, so one sink for each thread will do.
    [ThreadStatic]
    private static BorrowedBody? forThread;

    private ReadOnlyMemory<byte> _bytes;
    private int _writes;

    /// <summary>Gives the content's own bytes, or returns false where it has to be read.</summary>
    /// <remarks>Only for the platform's own types: they write one piece of memory that stays theirs, another type may write from a buffer that it uses again.</remarks>
    public static bool TryGet(HttpContent content, out ReadOnlyMemory<byte> bytes)
    {
        bytes = default;
        var type = content.GetType();
        if (type != typeof(ByteArrayContent) && type != typeof(StringContent) && type != typeof(FormUrlEncodedContent) && type != typeof(ReadOnlyMemoryContent))
        {
            return false;
        }

        var sink = forThread ??= new();
        (sink._bytes, sink._writes) = (default, 0);
        var written = content.CopyToAsync(sink, context: null, CancellationToken.None);
        bytes = sink._bytes;
        sink._bytes = default;
        return written.IsCompletedSuccessfully && sink._writes <= 1;
    }

    public override void Write(ReadOnlySpan<byte> buffer) => Take(buffer.ToArray());

    protected override void Take(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        _writes++;
    }
}
