namespace AuthProfiles.Testing.Http;

/// <summary>Gives the beginning of a body, and then the error of a lost connection.</summary>
internal sealed class CutStream(byte[] body, int length) : MemoryStream(body, 0, length, writable: false)
{
    public static HttpIOException Lost() => new(HttpRequestError.ResponseEnded, "The local service cut the response off, as CutNext asked for.");

    public override int Read(byte[] buffer, int offset, int count) => Checked(base.Read(buffer, offset, count), count);

    public override int Read(Span<byte> buffer) => Checked(base.Read(buffer), buffer.Length);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Checked(await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);

    private static int Checked(int read, int asked) => read == 0 && asked > 0 ? throw Lost() : read;
}
