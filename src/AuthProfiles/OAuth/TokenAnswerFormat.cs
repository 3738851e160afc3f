using System.Collections.Immutable;

namespace AuthProfiles;

/// <summary>Where a token endpoint's answer has its values, and how they are written.</summary>
/// <remarks>
/// Immutable and thread-safe. Every default is what RFC 6749 says, so only what a service does otherwise is told: <c>new() { AccessToken = "/data/0/access_token" }</c>.
/// Places are JSON Pointers (RFC 6901) of at most eight steps, with case. A value that stands in its place twice makes an answer unusable, wherever on its way the repetition is.
/// </remarks>
public sealed record TokenAnswerFormat
{
    // Shared, so that formats without entries are equal.
    private static readonly ImmutableDictionary<string, string> None = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Gets the format of RFC 6749, section 5.1.</summary>
    public static TokenAnswerFormat Standard { get; } = new();

    /// <summary>Gets where the access token is. The default is <c>/access_token</c>.</summary>
    public string AccessToken { get; init; } = "/access_token";

    /// <summary>Gets where the token's type is, or null where the answer has none that can be relied on: then it is Bearer. The default is <c>/token_type</c>.</summary>
    public string? TokenType { get; init; } = "/token_type";

    /// <summary>Gets where the access token's expiry is, or null where the answer has none. The default is <c>/expires_in</c>.</summary>
    public string? Expiry { get; init; } = "/expires_in";

    /// <summary>Gets how <see cref="Expiry"/> and <see cref="RefreshExpiry"/> are written. The default is <see cref="ExpiryFormat.Seconds"/>.</summary>
    public ExpiryFormat ExpiryFormat { get; init; }

    /// <summary>Gets how long every access token lives, whatever the answer says, or null. The default is null. The range is 1 second to 3,650 days.</summary>
    public TimeSpan? FixedLifetime { get; init; }

    /// <summary>Gets a value indicating whether an access token that is a JSON Web Token says itself when it expires (RFC 9068, section 2.2), where the answer does not. The default is false: tokens are not looked into.</summary>
    public bool TakesTokenExpiry { get; init; }

    /// <summary>Gets where the refresh token is, or null where the answer has none. The default is <c>/refresh_token</c>.</summary>
    public string? RefreshToken { get; init; } = "/refresh_token";

    /// <summary>Gets where the refresh token's expiry is, or null. The default is <c>/refresh_token_expires_in</c>, which is of no standard and of most services that say it.</summary>
    public string? RefreshExpiry { get; init; } = "/refresh_token_expires_in";

    /// <summary>Gets where the granted scope is, or null: then it is the one asked for. The default is <c>/scope</c>. A text or an array of texts.</summary>
    public string? Scope { get; init; } = "/scope";

    /// <summary>Gets what separates the words of a scope that is a text. The default is a space.</summary>
    public string ScopeSeparator { get; init; } = " ";

    /// <summary>Gets where an error's code is; whatever is there makes the answer an error, whatever the status. The default is <c>/error</c>; null: only <see cref="ErrorWhen"/> tells.</summary>
    public string? Error { get; init; } = "/error";

    /// <summary>Gets by what else an answer is an error. The first rule that applies gives the code. Empty by default.</summary>
    public ImmutableArray<TokenErrorRule> ErrorWhen { get; init; } = [];

    /// <summary>Gets the standard's codes for the service's own ones, such as <c>invalid_grant</c> for <c>bad_refresh_token</c>, so that they are acted upon. Empty by default.</summary>
    public ImmutableDictionary<string, string> ErrorCodes { get; init; } = None;

    /// <summary>Gets a value indicating whether an answer that is no JSON is read as a form. The default is false. The content type plays no part.</summary>
    public bool TakesForm { get; init; }

    /// <summary>Gets what else of the answer is kept on the grant for templates: names and where the values are, such as <c>instanceUrl</c> and <c>/instance_url</c>. Empty by default.</summary>
    /// <value>Texts, numbers, <c>true</c> and <c>false</c>; what the answer lacks is left out. A name begins with a letter or '_', and has letters, digits, '_' and '-'.</value>
    public ImmutableDictionary<string, string> Outputs { get; init; } = None;
}
