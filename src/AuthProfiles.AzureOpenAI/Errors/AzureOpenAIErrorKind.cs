namespace AuthProfiles;

/// <summary>Says what went wrong at Azure OpenAI. A program may switch over it; newer versions may add to it.</summary>
public enum AzureOpenAIErrorKind
{
    /// <summary>The service refused the request for a reason that has no kind of its own; the code and the message say which.</summary>
    InvalidRequest,

    /// <summary>The content filters refused the prompt.</summary>
    ContentFiltered,

    /// <summary>The messages and the answer do not fit into the model's context.</summary>
    ContextLengthExceeded,

    /// <summary>The service does not take this api-version.</summary>
    ApiVersionRefused,

    /// <summary>The token is of another Entra directory than the resource. The service answers 400, not 401.</summary>
    TenantMismatch,

    /// <summary>The service did not take the key or the token.</summary>
    Unauthorized,

    /// <summary>The token is good, but its owner has no role that allows the call.</summary>
    RoleMissing,

    /// <summary>The call is not allowed, by a role or by a rule of the resource's network.</summary>
    Forbidden,

    /// <summary>The resource has no deployment of this name.</summary>
    DeploymentNotFound,

    /// <summary>There is nothing at the address.</summary>
    NotFound,

    /// <summary>A limit of requests or tokens is used up for now.</summary>
    RateLimited,

    /// <summary>The service failed for the moment.</summary>
    Unavailable,

    /// <summary>The status is none that the service uses, a redirect for instance.</summary>
    UnexpectedStatus,

    /// <summary>The service answered with success and something that is no answer.</summary>
    MalformedAnswer,

    /// <summary>The answer is longer than is ever read.</summary>
    AnswerTooLarge,

    /// <summary>The answer began and then nothing more came, or it took too long as a whole.</summary>
    AnswerStalled,

    /// <summary>The connection broke in the middle of the answer.</summary>
    AnswerInterrupted,

    /// <summary>The model refused to give a structured answer.</summary>
    Refused,

    /// <summary>The model's structured answer is cut off or not of the form that was asked for.</summary>
    UnreadableContent,
}
