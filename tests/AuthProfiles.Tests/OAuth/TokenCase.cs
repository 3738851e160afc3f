using System.Net;
using System.Text;

namespace AuthProfiles.Tests.OAuth;

/// <summary>One answer of a token endpoint and what must become of it.</summary>
public sealed record TokenCase(string Class, string Name, byte[] Body)
{
    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    /// <summary>Gets the kind of failure, or null where the token is taken.</summary>
    public AuthorizationErrorKind? Kind { get; init; }

    public double? Seconds { get; init; }

    /// <summary>Gets the refresh token that must be kept from this answer, or null where the old one stays.</summary>
    public string? Refresh { get; init; }

    public string? Code { get; init; }

    public bool TypeWasMissing { get; init; }

    public string? Scope { get; init; }

    public static TokenCase Taken(string @class, string name, string body) => new(@class, name, Encoding.UTF8.GetBytes(body));

    public static TokenCase Refused(string @class, string name, string body, AuthorizationErrorKind kind) => Taken(@class, name, body) with { Kind = kind };

    public override string ToString() => $"{Class}: {Name}";
}
