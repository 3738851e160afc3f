namespace AuthProfiles.AzureOpenAI.Errors;

/// <summary>Says what to do about a kind of error.</summary>
internal static class ErrorHint
{
    public static string? For(AzureOpenAIErrorKind kind) => kind switch
    {
        AzureOpenAIErrorKind.ContentFiltered => "The content filters refused the prompt: ContentFilter says which.",
        AzureOpenAIErrorKind.ContextLengthExceeded => "Send less text, or ask for fewer tokens.",
        AzureOpenAIErrorKind.UnsupportedParameter => "The deployment's model does not take what Parameter names: leave it out or choose another value (a reasoning model takes max_completion_tokens in place of max_tokens).",
        AzureOpenAIErrorKind.WrongModel => "The deployment's model is of another kind: check which deployment ChatDeployment and EmbeddingDeployment name.",
        AzureOpenAIErrorKind.ApiVersionRefused => "Set ApiVersion to a version that the resource offers, such as 2024-10-21.",
        AzureOpenAIErrorKind.TenantMismatch => "The token is of another directory than the resource: set TenantId to the directory of the resource's subscription.",
        AzureOpenAIErrorKind.Unauthorized => "The key or token was refused: check that the key is one of this very resource, or that Scope is the audience it expects.",
        AzureOpenAIErrorKind.RoleMissing => "The token is good, but its owner has no role for the call: assign 'Cognitive Services OpenAI User' on the resource (it takes minutes to be in force).",
        AzureOpenAIErrorKind.NetworkRefused => "The resource's Networking page says from where it may be called: call from there, or through its private endpoint.",
        AzureOpenAIErrorKind.Forbidden => "Check the resource's network rules and the role 'Cognitive Services OpenAI User' of the caller.",
        AzureOpenAIErrorKind.DeploymentNotFound => "Check the name of the deployment and that Endpoint is its resource; a deployment made within the last 5 minutes may not be there yet.",
        AzureOpenAIErrorKind.NotFound => "Nothing is there: check Endpoint, UrlFamily and ApiVersion (an unknown version is answered like this too).",
        AzureOpenAIErrorKind.UnexpectedStatus => "It is none of the service's (a redirect is never followed): check Endpoint and what stands between.",
        AzureOpenAIErrorKind.AnswerStalled or AzureOpenAIErrorKind.AnswerInterrupted => "The call may have been carried out.",
        _ => null,
    };
}
