namespace AuthProfiles.Injection;

/// <summary>Puts the body fields of a credential into the body, all of them in one pass, by the body's content type.</summary>
internal static class PayloadInjector
{
    /// <summary>Injects what needs no reading: parts are passed on, and bytes that are in memory stay where they are. Returns false where the body has to be read.</summary>
    /// <param name="target">The request.</param>
    /// <param name="injected">The content that the request carries now, or null if every value was there.</param>
    public static bool TryInject(in PayloadTarget target, out PayloadContent? injected)
    {
        if (target.Type.Kind == BodyKind.Multipart)
        {
            injected = MultipartPayload.Inject(target);
            return true;
        }

        if (target.Content is SplicedContent earlier)
        {
            using var copy = PooledBody.Rent(target);
            earlier.CopyBody(copy);
            injected = Inject(target, copy.Bytes, copy);
            return true;
        }

        if (BorrowedBody.TryGet(target.Content, out var bytes))
        {
            PooledBody.CheckLength(bytes.Length, target.Plan.Fields[0], target.Rules);
            injected = Inject(target, bytes, pooled: null);
            return true;
        }

        injected = null;
        return false;
    }

    /// <summary>Reads the body, then injects. Returns what <see cref="TryInject"/> gives out.</summary>
    // Disposing leaves the memory alone: the content that goes out reads it, and gives it back. Where reading fails nobody does, because the caller's
    // content may still be writing.
    public static async ValueTask<PayloadContent?> ReadThenInjectAsync(PayloadTarget target, CancellationToken cancellationToken)
    {
        using var pooled = PooledBody.Rent(target);
        await target.Content.CopyToAsync(pooled, context: null, cancellationToken).ConfigureAwait(false);
        return Inject(target, pooled.Bytes, pooled);
    }

    /// <summary>Does the same without giving up the thread.</summary>
    public static PayloadContent? ReadThenInject(in PayloadTarget target, CancellationToken cancellationToken)
    {
        using var pooled = PooledBody.Rent(target);
        target.Content.CopyTo(pooled, context: null, cancellationToken);
        return Inject(target, pooled.Bytes, pooled);
    }

    private static SplicedContent? Inject(in PayloadTarget target, ReadOnlyMemory<byte> body, PooledBody? pooled)
    {
        Splice? edits;
        try
        {
            edits = target.Format.Edit(body.Span, target.Plan, target.Rules);
        }
        catch
        {
            pooled?.Release();
            throw;
        }

        // A stream that was read is used up, so what was read goes out even where every value was there.
        if (edits is null && (pooled is null || target.Content is SplicedContent))
        {
            pooled?.Release();
            return null;
        }

        var content = new SplicedContent(target.Request, body, pooled, edits);
        target.Request.Content = content;
        return content;
    }
}
