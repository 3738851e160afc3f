namespace AuthProfiles.Zendesk;

/// <summary>Zendesk answered, but not with what was asked for.</summary>
/// <remarks>
/// The message says what was asked, what came and what to do; it holds no secret, and text of the service only escaped and cut.
/// A request that could not be authorized was not sent and is an <see cref="AuthorizationException"/>; one that found no network is an
/// <see cref="HttpRequestException"/>.
/// </remarks>
public sealed class ZendeskException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="ZendeskException"/> class.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">What happened and what to do. It is shown as it is, so it must hold no secret.</param>
    /// <param name="innerException">The cause.</param>
    public ZendeskException(ZendeskErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>Gets what went wrong.</summary>
    public ZendeskErrorKind Kind { get; }

    /// <summary>Gets what a 401 or 403 is about, or null for any other error and where the answer does not tell.</summary>
    public ZendeskRefusal? Refusal { get; init; }

    /// <summary>Gets the HTTP status, or null where a whole answer of status 200 was the trouble.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Gets Zendesk's code or title of the error, such as <c>RecordInvalid</c>, escaped and cut; or null.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Gets Zendesk's sentence about the error, escaped and cut; or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets what is wrong with which field; empty where Zendesk does not say.</summary>
    public IReadOnlyList<ZendeskFieldError> Details { get; init; } = [];

    /// <summary>Gets a value indicating whether the same request may succeed later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Gets the <c>Idempotency-Key</c> of the call, or null where it had none: sent again as <see cref="NewTicket.IdempotencyKey"/> it makes no second ticket.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Gets how long to wait before asking again, or null where Zendesk does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets the limits that the answer reported: the account's and those of the operation.</summary>
    public IReadOnlyList<ZendeskRateLimit> RateLimits { get; init; } = [];

    /// <summary>Gets the id under which Zendesk's support finds the request, or null.</summary>
    public string? RequestId { get; init; }
}
