namespace AuthProfiles.Injection;

/// <summary>What was put on one request, and the way back.</summary>
/// <remarks>The common case, one header where none was, is kept without an object of its own.</remarks>
// The word for the thing: a synonym would cost more than the qualified name that a few files need.
#pragma warning disable MA0049
internal readonly struct Injection(HttpRequestMessage request, string? header, IUndo? undo)
{
    public HttpRequestMessage Request => request;

    /// <summary>Gets the content that was put in place of the caller's, or null where the body is still the caller's own.</summary>
    public PayloadContent? Payload => undo as PayloadContent ?? (undo as UndoLog)?.Payload;

    /// <summary>Returns true as soon as the body that was sent is written for the first time, or false if that takes more than a second.</summary>
    /// <remarks>Over HTTP/2 the answer can come before. Until then the body can't be sent again. A body that is the caller's own is not watched.</remarks>
    public ValueTask<bool> HasEndedAsync(TimeProvider clock, CancellationToken cancellationToken) =>
        Payload?.HasEndedAsync(clock, cancellationToken) ?? new(true);

    /// <summary>Leaves the request as it was found. A second call changes nothing more.</summary>
    public void Restore()
    {
        if (header is not null)
        {
            request.Headers.Remove(header);
        }

        EmptyBody.TakeOff(request);
        undo?.Undo(request);
    }
}
#pragma warning restore MA0049
