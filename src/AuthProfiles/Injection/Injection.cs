namespace AuthProfiles.Injection;

/// <summary>What was put on one request, and the way back.</summary>
/// <remarks>The common case, one header where none was, is kept without an object of its own.</remarks>
internal readonly struct Injection(HttpRequestMessage request, string? header, IUndo? undo)
{
    public HttpRequestMessage Request => request;

    /// <summary>Gets the content that was put in place of the caller's, or null where the body is still the caller's own.</summary>
    public PayloadContent? Payload => undo as PayloadContent ?? (undo as UndoLog)?.Payload;

    /// <summary>Leaves the request as it was found. A second call changes nothing more.</summary>
    public void Restore()
    {
        if (header is not null)
        {
            request.Headers.Remove(header);
        }

        undo?.Undo(request);
    }
}
