using System.Net;
using AuthProfiles.Templates;

namespace AuthProfiles.Consent;

/// <summary>Where a browser on this machine comes back to (RFC 8252, section 7.3).</summary>
/// <param name="Host">The host as it is registered: an address, or <c>localhost</c> for providers that insist on it.</param>
/// <param name="Address">What is listened on.</param>
/// <param name="Port">The port, or 0 for any.</param>
/// <param name="Path">The path that a browser asks for.</param>
/// <param name="Registered">The path as it is registered, which may be none: providers compare texts (RFC 6749, section 3.1.2.3), all but the port.</param>
internal sealed record LoopbackAddress(string Host, IPAddress Address, int Port, string Path, string Registered)
{
    private const string OwnPath = "/callback";

    private static readonly LoopbackAddress Own = new("127.0.0.1", IPAddress.Loopback, 0, OwnPath, OwnPath);

    /// <summary>Returns the address for a registered callback link, or null where that is none on this machine.</summary>
    /// <remarks>A provider takes any port of an address that was registered without one.</remarks>
    public static LoopbackAddress? Of(Uri? link)
    {
        if (link is null)
        {
            return Own;
        }

        return link is { Scheme: "http", Query.Length: 0 } && Origin.TryCreate(link, out var origin) && origin.IsLoopback
            ? new(link.Host, IPAddress.TryParse(origin.Host, out var address) ? address : IPAddress.Loopback, link.IsDefaultPort ? 0 : link.Port, link.AbsolutePath, PathOf(link.OriginalString))
            : null;
    }

    private static string PathOf(string link)
    {
        var path = link.IndexOf('/', "http://".Length);
        return path < 0 ? string.Empty : link[path..];
    }
}
