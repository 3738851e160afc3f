namespace AuthProfiles.Injection;

/// <summary>An address that carries a credential, and the way back to the caller's.</summary>
/// <remarks>It remembers which placeholders are filled, because a filled path no longer shows where they were.</remarks>
internal sealed class InjectedUri : Uri, IUndo
{
    private readonly Uri _original;

    private InjectedUri(string text, Uri original, PathFill? fills, in UriCreationOptions options)
        : base(text, in options)
    {
        _original = original;
        Fills = fills;
    }

    public PathFill? Fills { get; }

    /// <summary>Makes the address that sends <paramref name="pathAndQuery"/>, the part of <paramref name="text"/> that it is, byte for byte.</summary>
    /// <remarks>
    /// Canonical text stays as it is when it is parsed again. Where it doesn't, the caller switched canonicalisation off for the address, and it is
    /// off for this one too: "/a/../b" then still goes out as "/a/../b", and a '#' as part of the path or query.
    /// </remarks>
    public static InjectedUri Exactly(string text, ReadOnlySpan<char> pathAndQuery, Uri original, PathFill? fills)
    {
        var canonical = new InjectedUri(text, original, fills, default);
        return pathAndQuery.SequenceEqual(canonical.PathAndQuery)
            ? canonical
            : new(text, original, fills, new() { DangerousDisablePathAndQueryCanonicalization = true });
    }

    /// <summary>Gives a request the address back that the caller gave it.</summary>
    public void Undo(HttpRequestMessage request) => request.RequestUri = _original;
}
