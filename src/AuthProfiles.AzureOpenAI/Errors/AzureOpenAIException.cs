using System.Collections.Immutable;
using AuthProfiles.AzureOpenAI.ContentFilters;

namespace AuthProfiles;

/// <summary>Azure OpenAI answered with an error, or with something that is no answer.</summary>
/// <remarks>
/// The message names the status, the service's code and what to do. What the service said is in it escaped, cut and without
/// what looks like a key. A call that could not be authorized is an <see cref="AuthorizationException"/> instead; a service that
/// can't be reached is an <see cref="HttpRequestException"/>.
/// </remarks>
public sealed class AzureOpenAIException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="AzureOpenAIException"/> class.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">What happened and what to do, shown as it is: it must hold no secret.</param>
    /// <param name="innerException">The cause, if its text is known to hold no secret.</param>
    public AzureOpenAIException(AzureOpenAIErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>Gets what went wrong.</summary>
    public AzureOpenAIErrorKind Kind { get; }

    /// <summary>Gets the HTTP status of the answer, or null.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Gets the service's code, such as <c>DeploymentNotFound</c>, escaped and cut, or null.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the more precise code, such as <c>ResponsibleAIPolicyViolation</c>, escaped and cut, or null.</summary>
    public string? InnerCode { get; init; }

    /// <summary>Gets the member of the request that the service names, escaped and cut, or null.</summary>
    public string? Parameter { get; init; }

    /// <summary>Gets the service's sentence, escaped, cut and without what looks like a key, or null.</summary>
    public string? ServiceMessage { get; init; }

    /// <summary>Gets what the content filters found, or null where the error does not say.</summary>
    public ContentFilterResults? ContentFilter { get; init; }

    /// <summary>Gets the headers by which the service's support finds the call, the call's own <c>x-ms-client-request-id</c> among them, and its region; names compare without case.</summary>
    public ImmutableDictionary<string, string> RequestIds { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets how long the service asks to wait before the next call, or null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets what the answer says about the limits of the deployment, or null where there was no answer to a call.</summary>
    public AzureOpenAIRateLimits? RateLimits { get; init; }

    /// <summary>Gets a value indicating whether the same call may succeed later.</summary>
    /// <value>A completion may have been made, and paid for, although its answer was lost.</value>
    public bool IsTransient => Kind is AzureOpenAIErrorKind.RateLimited or AzureOpenAIErrorKind.Unavailable
        or AzureOpenAIErrorKind.AnswerStalled or AzureOpenAIErrorKind.AnswerInterrupted;
}
