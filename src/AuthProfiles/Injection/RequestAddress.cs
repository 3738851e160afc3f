namespace AuthProfiles.Injection;

/// <summary>The address of a request as it would go out, and where its parts are.</summary>
internal readonly struct RequestAddress
{
    private readonly Uri _uri;

    private RequestAddress(Uri uri)
    {
        _uri = uri;
        Text = uri.AbsoluteUri;

        // An address made without canonicalisation may have no path at all.
        var authority = uri.Scheme.Length + "://".Length;
        var authorityLength = Text.AsSpan(authority).IndexOfAny('/', '?', '#');
        PathStart = authorityLength < 0 ? Text.Length : authority + authorityLength;

        // The fragment's length, not the first '#': an address made without canonicalisation has none, and sends a '#' as part of its path or query.
        QueryEnd = Text.AsSpan().Contains('#') ? Text.Length - uri.Fragment.Length : Text.Length;
        var question = Text.AsSpan(0, QueryEnd).IndexOf('?');
        HasQuery = question >= 0;
        PathEnd = HasQuery ? question : QueryEnd;
    }

    /// <summary>Gets the canonical text, whose path and query are what the wire shows.</summary>
    public string Text { get; }

    public int PathStart { get; }

    public int PathEnd { get; }

    /// <summary>Gets where the query ends and the fragment, if there is one, begins.</summary>
    public int QueryEnd { get; }

    /// <summary>Gets a value indicating whether there is a question mark, be it with nothing behind it.</summary>
    public bool HasQuery { get; }

    public ReadOnlySpan<char> Query => HasQuery ? Text.AsSpan(PathEnd + 1, QueryEnd - PathEnd - 1) : default;

    public PathFill? Fills => (_uri as InjectedUri)?.Fills;

    public static RequestAddress Of(HttpRequestMessage request, CredentialField field, InjectionRules rules)
    {
        if (!rules.ShowsInAddress)
        {
            throw Refusal.Shown(rules, field);
        }

        if (request.RequestUri is not { IsAbsoluteUri: true, Scheme: "https" or "http" } uri)
        {
            throw Refusal.Because(rules, field, "the request has no absolute http address", "Give the client a base address, or the request an absolute one.");
        }

        // The canonical text has none: the credential would go to another host than the one that was checked.
        return uri.IdnHost.Contains('%', StringComparison.Ordinal)
            ? throw Refusal.Because(rules, field, "the address has an IPv6 zone, which an address with a credential in it would lose", "Send the credential in a header, or give the host a name.")
            : new(uri);
    }

    /// <summary>Gives the request another address and returns the way back.</summary>
    public InjectedUri Replace(HttpRequestMessage request, string text, PathFill? fills)
    {
        var injected = InjectedUri.Exactly(text, text.AsSpan(PathStart..^(Text.Length - QueryEnd)), _uri, fills);
        request.RequestUri = injected;
        return injected;
    }
}
