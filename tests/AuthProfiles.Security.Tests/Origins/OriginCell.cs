namespace AuthProfiles.Security.Tests.Origins;

/// <summary>One cell of the matrix: a call by a method, with its credential in a place, that is redirected by a status.</summary>
internal sealed record OriginCell(int Status, OriginTarget Target, CredentialPlace Place, HttpMethod Method)
{
    public const string Secret = "c4n4ry0f0r1g1ns7d21e5b9";

    /// <summary>The header by which the service knows what to answer.</summary>
    public const string StatusHeader = "x-answer";

    public static int[] Statuses { get; } = [300, 301, 302, 303, 307, 308];

    public static HttpMethod[] Methods { get; } = [HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch];

    public static IEnumerable<OriginCell> Of(OriginTarget target, CredentialPlace place) =>
        from status in Statuses
        from method in Methods
        select new OriginCell(status, target, place, method);
}
