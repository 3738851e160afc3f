namespace AuthProfiles.Templates;

/// <summary>What the values of a placeholder may be, beyond what the placeholder's position allows by itself.</summary>
/// <remarks>Immutable and thread-safe. A shape widens only the position it is made for; everywhere else the position's own rules hold.</remarks>
public sealed class ValueShape
{
    private ValueShape()
    {
    }

    /// <summary>Gets the default shape: one host label in a host, one percent-encoded segment in a path, one percent-encoded name or value in a query.</summary>
    public static ValueShape ByPosition { get; } = new() { IsHostLabel = true };

    /// <summary>Gets the shape of several path segments, such as <c>a/b/c</c>: each is percent-encoded, empty ones and dot segments are refused.</summary>
    public static ValueShape MultiSegmentPath { get; } = new() { Segment = new PathPlace(), FillsSegment = true };

    /// <summary>Gets the shape of one Entra directory: its GUID or a verified domain. The words that name no directory are refused, as client credentials need.</summary>
    public static ValueShape EntraDirectory { get; } = Entra(allowsShared: false);

    /// <summary>Gets the shape of an Entra tenant: a GUID, a verified domain, or <c>common</c>, <c>organizations</c> or <c>consumers</c>.</summary>
    public static ValueShape EntraTenant { get; } = Entra(allowsShared: true);

    internal Place? WholeOrigin { get; private init; }

    internal Place? WholeHost { get; private init; }

    internal bool IsHostLabel { get; private init; }

    internal Place Segment { get; private init; } = PathSegmentPlace.Instance;

    /// <summary>Gets a value indicating whether a placeholder in a path stands alone between two slashes.</summary>
    internal bool FillsSegment { get; private init; }

    internal Place QueryName { get; } = QueryPlace.Name;

    internal Place QueryValue { get; private init; } = QueryPlace.Value;

    /// <summary>Makes the shape of a whole host: a public DNS name of two or more labels, without port, user info or IP address.</summary>
    /// <param name="allowedSuffixes">The domains that a host must be or be under; none means any public name.</param>
    /// <returns>The shape.</returns>
    /// <exception cref="ArgumentException">A suffix is no DNS name of two or more labels.</exception>
    public static ValueShape HostName(params string[] allowedSuffixes) => new() { WholeHost = new HostNamePlace(allowedSuffixes) };

    /// <summary>Makes the shape of an origin at the start of an address: <c>https://</c> with a public DNS name and an optional port, or a loopback address, http included.</summary>
    /// <param name="allowedSuffixes">The domains that a host must be or be under, loopback apart; none means any public name.</param>
    /// <returns>The shape.</returns>
    /// <exception cref="ArgumentException">A suffix is no DNS name of two or more labels.</exception>
    public static ValueShape Origin(params string[] allowedSuffixes) => new() { WholeOrigin = new OriginPlace(new HostNamePlace(allowedSuffixes)) };

    private static ValueShape Entra(bool allowsShared) => new()
    {
        Segment = new EntraTenantPlace(TemplatePosition.PathSegment, allowsShared),
        FillsSegment = true,
        QueryValue = new EntraTenantPlace(TemplatePosition.QueryValue, allowsShared),
    };
}
