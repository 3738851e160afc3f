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

    public override void Write(scoped ReadOnlySpan<char> value, ref CharBuffer output)
    {
        var scheme = SchemeOf(value)!;
        var isHttps = string.Equals(scheme, Https, StringComparison.Ordinal);
        Authority.TrySplit(AuthorityOf(value, scheme), out var host, out var port);
        output.Append(scheme);
        if (host.Contains(':'))
        {
            output.Append("[");
            output.Append(host);
            output.Append("]");
        }
        else
        {
            Ascii.ToLower(host, output.Reserve(host.Length), out _);
        }

        if (port > 0 && port != (isHttps ? 443 : 80))
        {
            output.Append(string.Create(CultureInfo.InvariantCulture, $":{port}"));
        }
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
