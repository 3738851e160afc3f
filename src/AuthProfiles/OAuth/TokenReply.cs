using System.Globalization;
using System.Net;
using AuthProfiles.Diagnostics;

namespace AuthProfiles.OAuth;

/// <summary>A token endpoint's reply while it is read. It makes the failures, so that none of them quotes a secret.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="RetryAfter">What the answer's Retry-After said.</param>
/// <param name="Members">The answer's values.</param>
/// <param name="Secrets">What must not be shown: secrets of the request, and those of the answer itself.</param>
internal sealed record TokenReply(HttpStatusCode Status, TimeSpan? RetryAfter, TokenMembers Members, IReadOnlyCollection<SecretValue> Secrets)
{
    /// <summary>Gets a new refresh token: it must be kept also where the rest of the answer is of no use, because the old one may be spent.</summary>
    public SecretValue? RefreshToken { get; init; }

    /// <summary>Returns the server's text fit to be shown, or null where there is none or it repeats a secret.</summary>
    public string? Quote(string? text) =>
        string.IsNullOrEmpty(text) || Secrets.Any(secret => secret.Reveal().Length > 0 && text.Contains(secret.Reveal(), StringComparison.Ordinal)) ? null : Printable.Escape(text);

    /// <summary>Makes the failure of a reply that brings no usable token.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="what">What it answered, after the status and a comma.</param>
    public TokenReading Fail(AuthorizationErrorKind kind, string what) => TokenReading.Of(new TokenFailure(kind, $"{Answered}, {what}")
    {
        StatusCode = (int)Status,
        RefreshToken = RefreshToken,
    });

    /// <summary>Makes the failure of a reply that is an error.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="code">The code as the standard has it, and fit to be shown, or null.</param>
    /// <param name="what">What it answered, after the status.</param>
    public TokenReading Error(AuthorizationErrorKind kind, string? code, string what) => TokenReading.Of(new TokenFailure(kind, $"{Answered}{what}")
    {
        StatusCode = (int)Status,
        ErrorCode = code,
        RetryAfter = RetryAfter,
    });

    private string Answered => $"the token endpoint answered {((int)Status).ToString(CultureInfo.InvariantCulture)}";
}
