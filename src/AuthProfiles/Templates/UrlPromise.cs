namespace AuthProfiles.Templates;

/// <summary>Compares what an address says as text with what <see cref="Uri"/> makes of it. The reader that connects must see the host that was checked.</summary>
internal static class UrlPromise
{
    public static bool Holds(string text, Uri uri)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var rest = text.AsSpan(scheme + 3);
        var end = rest.IndexOfAny("/?#\\");
        return scheme > 0
            && text.AsSpan(0, scheme).Equals(uri.Scheme, StringComparison.OrdinalIgnoreCase)
            && Authority.TrySplit(end < 0 ? rest : rest[..end], out var host, out var port)
            && host.Equals(uri.IdnHost, StringComparison.OrdinalIgnoreCase)
            && (port < 0 ? uri.IsDefaultPort : port == uri.Port)
            && uri.UserInfo.Length == 0
            && uri.Fragment.Length == 0;
    }
}
