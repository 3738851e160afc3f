using System.Collections.Frozen;

namespace AuthProfiles.Templates;

/// <summary>A DNS name of two or more labels that no reader can take for an IP address.</summary>
internal static class HostName
{
    // Top-level names that never lead to a public host (RFC 6761, RFC 6762, RFC 7686, and .internal by ICANN).
    private static readonly FrozenSet<string> SpecialUse =
        new[] { "localhost", "local", "internal", "invalid", "onion", "arpa" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string? FaultOf(ReadOnlySpan<char> name)
    {
        if (name.Length > TemplateLimits.Host)
        {
            return "it is longer than a host name can be";
        }

        var last = name;
        for (var dot = last.IndexOf('.'); dot >= 0; dot = last.IndexOf('.'))
        {
            if (HostLabel.FaultOf(last[..dot]) is { } fault)
            {
                return fault;
            }

            last = last[(dot + 1)..];
        }

        if (HostLabel.FaultOf(last) is { } lastFault)
        {
            return lastFault;
        }

        if (last.Length == name.Length)
        {
            return "it is a single label";
        }

        // A last label of digits, or of hexadecimal ones, makes the whole name an IPv4 address to many readers.
        return char.IsAsciiLetter(last[0]) ? null : "it is an IP address or reads like one";
    }

    public static bool IsSpecialUse(ReadOnlySpan<char> name) => SpecialUse.Contains(name[(name.LastIndexOf('.') + 1)..].ToString());

    public static bool IsUnder(ReadOnlySpan<char> name, ReadOnlySpan<char> suffix) =>
        name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
        && (name.Length == suffix.Length || name[^(suffix.Length + 1)] == '.');
}
