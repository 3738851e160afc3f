using System.Diagnostics.CodeAnalysis;

namespace AuthProfiles.Profiles;

/// <summary>A harmless request: a safe method (RFC 9110, section 9.2.1) and an address relative to the base address.</summary>
internal sealed record Probe(HttpMethod Method, string Address)
{
    private static readonly HttpMethod[] Safe = [HttpMethod.Get, HttpMethod.Head, HttpMethod.Options];

    /// <summary>Reads a probe such as <c>GET users/me</c>. The address is checked when it is joined to the base address.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Probe? probe)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var method = space < 0 ? null : Array.Find(Safe, method => text.AsSpan(0, space).SequenceEqual(method.Method));
        var address = text[(space + 1)..];
        probe = method is null || address.Length == 0 ? null : new(method, address);
        return probe is not null;
    }
}
