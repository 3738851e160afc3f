using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AuthProfiles.AzureOpenAI.Endpoints;

/// <summary>The root address of an Azure OpenAI resource, checked.</summary>
internal sealed class AzureEndpoint
{
    private AzureEndpoint(Uri address) => Address = address;

    /// <summary>Gets the address: scheme, host, a port only where it is not the scheme's, and the path <c>/</c>.</summary>
    public Uri Address { get; }

    /// <summary>Reads what people paste: a bare host, or an address without a path.</summary>
    /// <param name="text">The setting's value.</param>
    /// <param name="alsoAllow">Origins beyond the service's own hosts, as <c>https://host</c> with a port where it is not 443.</param>
    /// <param name="cloud">Whose hosts are the service's own.</param>
    /// <param name="endpoint">The endpoint, or null.</param>
    /// <param name="fault">What is wrong and what to write, as the rest of a sentence that starts with the setting's name; it does not hold the value.</param>
    public static bool TryParse(
        string? text, IEnumerable<string> alsoAllow, CloudValues cloud, [NotNullWhen(true)] out AzureEndpoint? endpoint, [NotNullWhen(false)] out string? fault)
    {
        endpoint = null;
        fault = TextFault(text);
        if (fault is not null)
        {
            return false;
        }

        var scheme = SplitScheme(text!, out var authority);
        authority = authority.EndsWith('/') ? authority[..^1] : authority;
        if (!HostAndPort.TryParse(authority, out var place))
        {
            fault = "has no valid host. Give the host of the resource, such as contoso.openai.azure.com";
            return false;
        }

        fault = PlaceFault(scheme, place, alsoAllow, cloud);
        endpoint = fault is null ? new AzureEndpoint(AddressOf(scheme, place)) : null;
        return endpoint is not null;
    }

    /// <summary>Says whether an address, a template of one included, is on loopback.</summary>
    public static bool IsLoopback(string? text)
    {
        if (text is null)
        {
            return false;
        }

        SplitScheme(text, out var authority);
        return HostAndPort.TryParse(authority.Split('/')[0], out var place) && place.IsLoopback;
    }

    /// <summary>Returns the host of an allowed origin, or null where it is loopback, no DNS name or not readable.</summary>
    public static string? DomainOf(string origin)
    {
        SplitScheme(origin, out var authority);
        return HostAndPort.TryParse(authority.EndsWith('/') ? authority[..^1] : authority, out var place) && !place.IsLoopback
            && place.Host.LastIndexOf('.') is var dot && dot > 0 && char.IsAsciiLetter(place.Host[dot + 1])
            ? place.Host
            : null;
    }

    private static string? TextFault(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "is missing. Give the host of the resource, such as contoso.openai.azure.com";
        }

        if (text.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return "holds a character that no address has (a space, a control character or one that is not ASCII)";
        }

        SplitScheme(text, out var rest);
        if (rest.Contains("/openai/", StringComparison.OrdinalIgnoreCase) || rest.EndsWith("/openai", StringComparison.OrdinalIgnoreCase))
        {
            return "is the address of a call. Give only its host; the deployment's name belongs in ChatDeployment or EmbeddingDeployment, "
                + "the api-version in ApiVersion, and for /openai/v1 set UrlFamily to V1";
        }

        if (rest.Contains('@', StringComparison.Ordinal))
        {
            return "holds user information, which is not allowed in an address";
        }

        return rest.AsSpan().IndexOfAny("\\?#%") >= 0 || rest.IndexOf('/', StringComparison.Ordinal) is var slash && slash >= 0 && slash != rest.Length - 1
            ? "has more than a host. Give the host of the resource alone, such as contoso.openai.azure.com, without path and query"
            : null;
    }

    private static string? PlaceFault(string scheme, HostAndPort place, IEnumerable<string> alsoAllow, CloudValues cloud)
    {
        if (scheme is not ("https" or "http"))
        {
            return "has a scheme other than https";
        }

        if (scheme is "http" && !place.IsLoopback)
        {
            return "has to be https: http is for 127.0.0.0/8, [::1] and localhost only";
        }

        if (place.IsLoopback || alsoAllow.Any(origin => IsOrigin(origin, scheme, place)))
        {
            return null;
        }

        if (!cloud.Domains.Any(domain => place.IsLabelBefore("." + domain)))
        {
            return $"is not a host of Azure OpenAI (one name before {string.Join(" or ", cloud.Domains.Select(static domain => "." + domain))}). "
                + "For another cloud set Cloud; list the origin of a gateway in AlsoAllow";
        }

        return place.Port is null or 443 ? null : "has a port, which the hosts of Azure OpenAI do not have";
    }

    private static bool IsOrigin(string origin, string scheme, HostAndPort place)
    {
        var originScheme = SplitScheme(origin, out var authority);
        authority = authority.EndsWith('/') ? authority[..^1] : authority;
        return string.Equals(originScheme, scheme, StringComparison.Ordinal) && HostAndPort.TryParse(authority, out var allowed)
            && string.Equals(allowed.Host, place.Host, StringComparison.Ordinal) && (allowed.Port ?? 443) == (place.Port ?? 443);
    }

    private static string SplitScheme(string text, out string rest)
    {
        var end = text.IndexOf("://", StringComparison.Ordinal);
        rest = end < 0 ? text : text[(end + 3)..];
        return end < 0 ? "https" : text[..end].ToLowerInvariant();
    }

    private static Uri AddressOf(string scheme, HostAndPort place) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{scheme}://{place.Host}:{place.Port ?? (scheme is "https" ? 443 : 80)}/"));
}
