namespace AuthProfiles.OAuth;

/// <summary>Why an authorization server gave nothing that can be used.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Reason">What happened and what to do; it goes on after the profile's name, without a full stop at its end. Fit to be shown.</param>
internal sealed record TokenFailure(AuthorizationErrorKind Kind, string Reason)
{
    /// <summary>Gets the HTTP status of the answer, or null where none came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Gets the error code of the authorization server, escaped and cut, or null.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Gets how long to wait before asking again, or null where nobody said.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets a refresh token that the refused answer brought: the old one may be spent, so this one must be kept.</summary>
    public SecretValue? RefreshToken { get; init; }

    /// <summary>Gets a value indicating whether asking again later may succeed. Of an answer in doubt only the grant can tell.</summary>
    public bool IsTransient { get; init; } = Kind == AuthorizationErrorKind.Transient;
}
