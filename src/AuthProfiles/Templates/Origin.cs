using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AuthProfiles.Templates;

/// <summary>Scheme, host and effective port: what a credential is bound to (RFC 6454, section 4).</summary>
/// <remarks>The host is compared exactly, as it goes into DNS: a trailing dot makes another origin. Immutable and thread-safe.</remarks>
internal sealed record Origin
{
    private const int HttpPort = 80;
    private const int HttpsPort = 443;

    private Origin(Uri uri)
    {
        Scheme = uri.Scheme;
        Host = uri.IdnHost;
        Port = uri.Port;
        IsLoopback = Loopback.Contains(Host);
    }

    public string Scheme { get; }

    /// <summary>Gets the host in its ASCII form, IPv6 without brackets.</summary>
    public string Host { get; }

    public int Port { get; }

    public bool IsLoopback { get; }

    /// <summary>Gets a value indicating whether a credential may be sent there at all: by https, or by http to loopback.</summary>
    public bool IsSecure => IsLoopback || string.Equals(Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal);

    /// <summary>Reads the origin of an absolute http or https address; others have none, nor has the host <c>loopback</c>.</summary>
    public static bool TryCreate([NotNullWhen(true)] Uri? uri, [NotNullWhen(true)] out Origin? origin)
    {
        origin = uri is { IsAbsoluteUri: true, Scheme: "https" or "http", Host.Length: > 0 } && !Loopback.IsAlias(uri) ? new(uri) : null;
        return origin is not null;
    }

    /// <summary>Compares with an address without allocating.</summary>
    public bool Matches(Uri uri) =>
        uri.IsAbsoluteUri
        && uri.Port == Port
        && string.Equals(uri.IdnHost, Host, StringComparison.Ordinal)
        && string.Equals(uri.Scheme, Scheme, StringComparison.Ordinal)
        && !(IsLoopback && Loopback.IsAlias(uri));

    /// <summary>Returns the origin as it is written, without the port that the scheme has anyway (RFC 6454, section 6.2).</summary>
    public override string ToString()
    {
        var host = Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;
        return Port == (string.Equals(Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) ? HttpsPort : HttpPort)
            ? $"{Scheme}://{host}"
            : string.Create(CultureInfo.InvariantCulture, $"{Scheme}://{host}:{Port}");
    }
}
