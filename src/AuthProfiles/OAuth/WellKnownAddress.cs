using System.Diagnostics.CodeAnalysis;
using AuthProfiles.Templates;

namespace AuthProfiles.OAuth;

/// <summary>Where an issuer's metadata stand.</summary>
internal static class WellKnownAddress
{
    /// <summary>Reads an issuer: https, or http to loopback, without query and fragment (RFC 8414, section 2).</summary>
    public static bool TryReadIssuer(string issuer, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(issuer, UriKind.Absolute, out address)
        && Origin.TryCreate(address, out var origin) && origin.IsSecure
        && address.UserInfo.Length == 0
        && !issuer.AsSpan().ContainsAny('?', '#');

    /// <summary>Returns the address of OpenID Connect Discovery 1.0, section 4: behind the issuer's path.</summary>
    public static Uri OpenId(Uri issuer) => new($"{issuer.GetLeftPart(UriPartial.Authority)}{Path(issuer)}/.well-known/openid-configuration");

    /// <summary>Returns the address of RFC 8414, section 3.1: before the issuer's path.</summary>
    public static Uri OAuth(Uri issuer) => new($"{issuer.GetLeftPart(UriPartial.Authority)}/.well-known/oauth-authorization-server{Path(issuer)}");

    private static string Path(Uri issuer) => issuer.AbsolutePath.EndsWith('/') ? issuer.AbsolutePath[..^1] : issuer.AbsolutePath;
}
