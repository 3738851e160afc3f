using System.Net;

namespace AuthProfiles.Injection;

/// <summary>A body in memory that is written with its edits, without ever being put together.</summary>
internal sealed class SplicedContent(HttpRequestMessage request, ReadOnlyMemory<byte> body, PooledBody? pooled, Splice? edits) : PayloadContent(request)
{
    /// <summary>Writes the body without counting as a write by the transport.</summary>
    public void CopyBody(Stream stream)
    {
        var position = 0;
        for (var edit = edits; edit is not null; edit = edit.Next)
        {
            stream.Write(body.Span[position..edit.Start]);
            stream.Write(edit.Text.Span);
            position = edit.End;
        }

        stream.Write(body.Span[position..]);
    }

    protected override void Write(Stream stream, TransportContext? context, CancellationToken cancellationToken) => CopyBody(stream);

    protected override async Task WriteAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var position = 0;
        for (var edit = edits; edit is not null; edit = edit.Next)
        {
            await stream.WriteAsync(body[position..edit.Start], cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync(edit.Text, cancellationToken).ConfigureAwait(false);
            position = edit.End;
        }

        await stream.WriteAsync(body[position..], cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length + (edits?.MeasureGrowth() ?? 0);
        return true;
    }

    protected override void Release() => pooled?.Release();
}
