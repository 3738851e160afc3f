using System.Globalization;
using System.Net;

namespace AuthProfiles.AzureOpenAI.Endpoints;

/// <summary>The authority of an address: a lower-case host name, a literal address in its canonical form, and a port if one was written.</summary>
internal readonly record struct HostAndPort(string Host, int? Port)
{
    /// <summary>Gets a value indicating whether the host is a literal of 127.0.0.0/8, [::1] or exactly localhost.</summary>
    public bool IsLoopback => Host is "localhost" or "[::1]" || IsLoopbackLiteral(Host);

    public static bool TryParse(string authority, out HostAndPort place)
    {
        place = default;
        var colon = authority.EndsWith(']') ? -1 : authority.LastIndexOf(':');
        int? port = null;
        if (colon >= 0)
        {
            if (!int.TryParse(authority.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 65535)
            {
                return false;
            }

            port = number;
            authority = authority[..colon];
        }

        var host = authority.ToLowerInvariant();
        place = new(host, port);
        return host is "[::1]" || IsLoopbackLiteral(host) || IsName(host);
    }

    /// <summary>Says whether the host is exactly one label before the suffix.</summary>
    public bool IsLabelBefore(string suffix) =>
        Host.EndsWith(suffix, StringComparison.Ordinal) && !Host.AsSpan(0, Host.Length - suffix.Length).Contains('.');

    // The platform reads 127.1 and 2130706433 as addresses too: only the form that a person recognizes counts.
    private static bool IsLoopbackLiteral(string host) =>
        host.StartsWith("127.", StringComparison.Ordinal) && IPAddress.TryParse(host, out var address) && string.Equals(address.ToString(), host, StringComparison.Ordinal);

    private static bool IsName(string host)
    {
        var labels = host.Split('.');
        return host.Length <= 253 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit) && !labels[^1].StartsWith("0x", StringComparison.Ordinal);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-'
        && label.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
        && !(label.Length >= 4 && label[2] == '-' && label[3] == '-');
}
