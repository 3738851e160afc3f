using System.Globalization;
using System.Text;

namespace AuthProfiles.Templates;

/// <summary>Scheme, host and port in one: https to a public host, or http or https to loopback.</summary>
internal sealed class OriginPlace(HostNamePlace hosts) : Place(TemplatePosition.Origin)
{
    private const string Https = "https://";
    private const string Http = "http://";

    public override string Expected => "https:// with " + hosts.Named;

    public override string? FaultOf(ReadOnlySpan<char> value)
    {
        if (SchemeOf(value) is not { } scheme)
        {
            return "it does not begin with https://";
        }

        var authority = AuthorityOf(value, scheme);
        if (authority.IndexOfAny("/?#@\\") >= 0)
        {
            return "it has more than scheme, host and port";
        }

        if (!Authority.TrySplit(authority, out var host, out _))
        {
            return "its host has no readable port, a number from 1 to 65535, or unpaired brackets";
        }

        if (Loopback.Contains(host))
        {
            return null;
        }

        return string.Equals(scheme, Http, StringComparison.Ordinal) ? "it is not https" : hosts.FaultOf(host);
    }

    public override bool TryWrite(ReadOnlySpan<char> value, Span<char> destination, out int written)
    {
        var scheme = SchemeOf(value)!;
        Authority.TrySplit(AuthorityOf(value, scheme), out var host, out var port);
        var isDefault = port < 0 || port == (string.Equals(scheme, Https, StringComparison.Ordinal) ? 443 : 80);
        Span<char> lower = stackalloc char[TemplateLimits.Host];
        Ascii.ToLower(host, lower, out var length);
        ReadOnlySpan<char> name = lower[..length];
        return (name.Contains(':'), isDefault) switch
        {
            (true, true) => destination.TryWrite(CultureInfo.InvariantCulture, $"{scheme}[{name}]", out written),
            (true, false) => destination.TryWrite(CultureInfo.InvariantCulture, $"{scheme}[{name}]:{port}", out written),
            (false, true) => destination.TryWrite(CultureInfo.InvariantCulture, $"{scheme}{name}", out written),
            (false, false) => destination.TryWrite(CultureInfo.InvariantCulture, $"{scheme}{name}:{port}", out written),
        };
    }

    private static string? SchemeOf(ReadOnlySpan<char> value) =>
        value.StartsWith(Https, StringComparison.OrdinalIgnoreCase) ? Https
        : value.StartsWith(Http, StringComparison.OrdinalIgnoreCase) ? Http
        : null;

    // One slash at the end is the empty path, as browsers and portals show an origin.
    private static ReadOnlySpan<char> AuthorityOf(ReadOnlySpan<char> value, string scheme)
    {
        var authority = value[scheme.Length..];
        return authority is [.., '/'] ? authority[..^1] : authority;
    }
}
