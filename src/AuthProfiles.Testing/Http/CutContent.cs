using System.Net;

namespace AuthProfiles.Testing.Http;

/// <summary>A body that promises its whole length and breaks off half way, as where a connection is lost.</summary>
internal sealed class CutContent(byte[] body) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(body.AsMemory(0, body.Length / 2)).ConfigureAwait(false);
        throw CutStream.Lost();
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        stream.Write(body, 0, body.Length / 2);
        throw CutStream.Lost();
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(CreateContentReadStream(CancellationToken.None));

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => new CutStream(body, body.Length / 2);

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
