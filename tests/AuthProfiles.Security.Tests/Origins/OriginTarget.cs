using System.Net;

namespace AuthProfiles.Security.Tests.Origins;

/// <summary>Where a redirect leads: to a foreign origin in one of six ways, or back to the same one.</summary>
internal sealed record OriginTarget(string Name, Func<Uri, Uri, string> Location, bool IsForeign = true, bool IsTls = false, bool IsNamed = false)
{
    public static OriginTarget[] All { get; } =
    [
        new("other port", static (_, foreign) => $"{foreign}landing"),
        new("other host", static (_, foreign) => $"{foreign}landing") { ForeignAddress = IPAddress.Parse("127.0.0.2") },
        new("http downgrade", static (_, foreign) => $"{foreign}landing", IsTls: true),
        new("`//host`", static (_, foreign) => $"//{foreign.Authority}/landing") { ForeignAddress = IPAddress.Parse("127.0.0.2") },
        new("userinfo", static (service, foreign) => $"http://{service.Authority}@{foreign.Authority}/landing") { ForeignAddress = IPAddress.Parse("127.0.0.2") },
        new("trailing-dot host", static (service, _) => $"http://localhost.:{service.Port}/landing", IsNamed: true),
        new("same origin", static (_, _) => "/landing", IsForeign: false),
    ];

    public IPAddress ForeignAddress { get; init; } = IPAddress.Loopback;

    /// <summary>Gets a value indicating whether a client needs a handler that trusts the test's certificate, or that finds its names.</summary>
    public bool NeedsHandler => IsTls || IsNamed;

    public override string ToString() => Name;
}
