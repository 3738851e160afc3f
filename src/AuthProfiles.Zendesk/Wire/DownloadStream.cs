using System.Globalization;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>The body of an answer as it comes: each pause has its bound, and an end before the end is an error.</summary>
/// <param name="response">The answer, disposed with the stream.</param>
/// <param name="body">Its body.</param>
/// <param name="expected">How many bytes it has at least, or null where nobody says.</param>
/// <param name="idleTimeout">How long the body may pause.</param>
/// <param name="time">The clock.</param>
internal sealed class DownloadStream(HttpResponseMessage response, Stream body, long? expected, TimeSpan idleTimeout, TimeProvider time) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var idle = new CancellationTokenSource(idleTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, idle.Token);
        int read;
        try
        {
            read = await body.ReadAsync(buffer, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (idle.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Incomplete($"paused for {idleTimeout}", exception);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw Incomplete("broke off", exception);
        }

        _position += read;
        return read == 0 && buffer.Length > 0 && _position < expected ? throw Incomplete("broke off", inner: null) : read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read the file asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
            response.Dispose();
        }

        base.Dispose(disposing);
    }

    private ZendeskException Incomplete(string what, Exception? inner) => new(
        ZendeskErrorKind.IncompleteAnswer,
        string.Create(CultureInfo.InvariantCulture, $"The file {what} after {_position} of {expected?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of"} bytes. Read it again from its start."),
        inner)
    {
        IsTransient = true,
    };
}
