using System.Net;
using System.Net.Http.Headers;

namespace AuthProfiles.AzureOpenAI.Wire;

/// <summary>A JSON body in pooled memory, which goes back to the pool when the content is disposed and nobody writes it any more.</summary>
/// <remarks>
/// It is a <see cref="ByteArrayContent"/> so that whoever asks whether the body can be sent again sees that it is in memory.
/// A transport may still be writing when its answer is there, and memory of the pool is soon another tenant's: so writers are counted.
/// </remarks>
internal sealed class PooledJsonContent : ByteArrayContent
{
    private readonly PooledBuffer _buffer;
    private int _holders = 1;
    private int _disposed;

    /// <summary>Initializes a new instance of the <see cref="PooledJsonContent"/> class.</summary>
    /// <param name="buffer">The body, owned by the content from now on.</param>
    public PooledJsonContent(PooledBuffer buffer)
        : base(buffer.Storage, 0, buffer.Length)
    {
        _buffer = buffer;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Hold();
        try
        {
            await stream.WriteAsync(_buffer.Written, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Release();
        }
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Hold();
        try
        {
            stream.Write(_buffer.Written.Span);
        }
        finally
        {
            Release();
        }
    }

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken)
    {
        Hold();
        try
        {
            // A copy: nobody knows for how long the stream is read.
            return new MemoryStream(_buffer.Written.ToArray(), writable: false);
        }
        finally
        {
            Release();
        }
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(CreateContentReadStream(CancellationToken.None));

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Release();
        }

        base.Dispose(disposing);
    }

    private void Hold()
    {
        var holders = Volatile.Read(ref _holders);
        while (true)
        {
            ObjectDisposedException.ThrowIf(holders == 0, this);
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
            {
                return;
            }

            holders = seen;
        }
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            _buffer.Dispose();
        }
    }
}
