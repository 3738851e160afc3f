using System.Net;
using System.Text;

namespace AuthProfiles.Tests.OAuth;

/// <summary>One answer of a token endpoint and what must become of it: its outcome, its expiry, and the refresh token.</summary>
public sealed record TokenCase(string Class, string Name, byte[] Body)
{
    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    public TokenAnswerFormat Format { get; init; } = TokenAnswerFormat.Standard;

    /// <summary>Gets the kind of failure, or null where the token is taken.</summary>
    public AuthorizationErrorKind? Kind { get; init; }

    /// <summary>Gets how long the access token lives, or null where the profile's default applies.</summary>
    public double? Seconds { get; init; }

    /// <summary>Gets the refresh token that must be kept from this answer, or null where the old one stays.</summary>
    public string? Refresh { get; init; }

    public double? RefreshSeconds { get; init; }

    public string? Code { get; init; }

    public bool TypeWasMissing { get; init; }

    public string? Scope { get; init; }

    public string Outputs { get; init; } = string.Empty;

    public static TokenCase Taken(string @class, string name, string body) => new(@class, name, Encoding.UTF8.GetBytes(body));

    public static TokenCase Refused(string @class, string name, string body, AuthorizationErrorKind kind) => Taken(@class, name, body) with { Kind = kind };

    public override string ToString() => $"{Class}: {Name}";
}
