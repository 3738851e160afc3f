using System.Diagnostics.CodeAnalysis;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>Where metadata are: after the issuer (OpenID Connect Discovery), or between its host and its path (RFC 8414, section 3).</summary>
internal static class WellKnown
{
    public const string Segment = ".well-known";

    private static readonly string[] s_documents = ["openid-configuration", "oauth-authorization-server"];

    public static bool TryReadIssuer(LocalRequest request, [NotNullWhen(true)] out string? issuer)
    {
        var path = request.Uri.AbsolutePath;
        foreach (var document in s_documents)
        {
            var name = $"/{Segment}/{document}";
            var start = path.IndexOf(name, StringComparison.Ordinal);
            if (start >= 0 && path[(start + name.Length)..] is "" or ['/', ..])
            {
                issuer = string.Concat(request.Origin, path.AsSpan(0, start), path.AsSpan(start + name.Length).TrimEnd('/'));
                return true;
            }
        }

        issuer = null;
        return false;
    }
}
