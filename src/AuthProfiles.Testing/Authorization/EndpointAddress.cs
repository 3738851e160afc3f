using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>Reads an address as what it most likely is, since every service names its endpoints in its own way.</summary>
internal static class EndpointAddress
{
    // Path segments that name an endpoint or its kind, never a tenant: what is left without them at the end is the issuer.
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        "access_token", "api", "auth", "authorization", "authorizations", "authorize", "code", "connect", "device", "device_authorization", "devicecode",
        "login", "new", "o", "oauth", "oauth2", "openid-connect", "protocol", "refresh", "refresh_token", "revocation", "revoke", "token", "tokens", "v1", "v2", "v2.0",
    };

    public static EndpointKind KindOf(LocalRequest request)
    {
        var path = request.Segments;
        if (request.Method == HttpMethod.Get)
        {
            return path switch
            {
                _ when path.Contains(WellKnown.Segment, StringComparer.Ordinal) => EndpointKind.Metadata,
                [.., "jwks" or "keys"] => EndpointKind.Keys,
                _ when request.Query.Has("grant_type") => EndpointKind.Token,
                _ when request.Query.Has("response_type") || request.Query.Has("client_id") || request.Query.Has("redirect_uri") => EndpointKind.Authorization,
                [.., "device"] => EndpointKind.DeviceVerification,
                _ => EndpointKind.Token,
            };
        }

        return path switch
        {
            [.., "device", "code" or "auth" or "authorize"] => EndpointKind.Device,
            [.., var last] when last.StartsWith("device", StringComparison.OrdinalIgnoreCase) => EndpointKind.Device,
            [.., var last] when last.StartsWith("revo", StringComparison.OrdinalIgnoreCase) => EndpointKind.Revocation,
            _ => EndpointKind.Token,
        };
    }

    /// <summary>The address without the part that names the endpoint, and without a slash at the end.</summary>
    public static string IssuerOf(LocalRequest request)
    {
        var segments = request.Uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var length = segments.Length;
        while (length > 0 && s_words.Contains(segments[length - 1]))
        {
            length--;
        }

        return string.Join('/', segments.Take(length).Prepend(request.Origin));
    }
}
