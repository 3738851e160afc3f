namespace AuthProfiles;

/// <summary>The one exception of AuthProfiles: a request could not be authorized, so it was not sent.</summary>
/// <remarks>
/// The message names the profile, the tenant and the cure. It never holds a secret, and hostile text only escaped.
/// A service's own errors are not of this family; they belong to the connector or to the caller.
/// </remarks>
public class AuthorizationException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="AuthorizationException"/> class.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="profile">The profile's name.</param>
    /// <param name="message">One or two sentences: what happened and what to do. They are shown as they are, so they must hold no secret.</param>
    /// <param name="innerException">The cause, if its text is known to hold no secret.</param>
    public AuthorizationException(AuthorizationErrorKind kind, string profile, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
        Profile = profile;
    }

    /// <summary>Initializes a new instance of the <see cref="AuthorizationException"/> class for settings that are missing or wrong.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="findings">All that is wrong; the message is their sentences, each on a line.</param>
    public AuthorizationException(string profile, IReadOnlyList<SettingFinding> findings)
        : this(AuthorizationErrorKind.Configuration, profile, string.Join(Environment.NewLine, findings)) => Findings = findings;

    /// <summary>Gets what went wrong.</summary>
    public AuthorizationErrorKind Kind { get; }

    /// <summary>Gets what is wrong in the settings, each finding by itself; empty where it is nothing there.</summary>
    public IReadOnlyList<SettingFinding> Findings { get; private init; } = [];

    /// <summary>Gets the name of the profile.</summary>
    public string Profile { get; }

    /// <summary>Gets the tenant whose connection was meant, or null.</summary>
    public string? Tenant { get; init; }

    /// <summary>Gets the user whose connection was meant, or null.</summary>
    public string? User { get; init; }

    /// <summary>Gets the error code of the authorization server (RFC 6749, section 5.2), escaped and cut, or null.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Gets the HTTP status of the answer that was refused, or null.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Gets a value indicating whether asking again later may succeed.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Gets how long to wait before asking again, or null where nobody said.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Makes the same error anew, for another caller: a shared one would collect the stacks of all of them.</summary>
    internal virtual AuthorizationException Again(TimeSpan wait) => new(Kind, Profile, Message, InnerException)
    {
        Tenant = Tenant,
        User = User,
        ErrorCode = ErrorCode,
        StatusCode = StatusCode,
        IsTransient = IsTransient,
        RetryAfter = IsTransient ? wait : null,
        Findings = Findings,
    };
}
