namespace AuthProfiles.AzureOpenAI.Errors;

/// <summary>Finds the kind of an error: first by what the service says, then by the status.</summary>
internal static class ErrorClassifier
{
    private static readonly (AzureOpenAIErrorKind Kind, Func<int, ErrorBody, bool> Matches)[] Rules =
    [
        (AzureOpenAIErrorKind.ContentFiltered, static (_, body) => body.Is("content_filter") || body.Is("ResponsibleAIPolicyViolation")),
        (AzureOpenAIErrorKind.ContextLengthExceeded, static (_, body) => body.Is("context_length_exceeded")),
        (AzureOpenAIErrorKind.UnsupportedParameter, static (_, body) => body.Is("unsupported_parameter") || body.Is("unsupported_value")),
        (AzureOpenAIErrorKind.WrongModel, static (_, body) => body.Is("OperationNotSupported") || body.Says("does not work with the specified model")),
        (AzureOpenAIErrorKind.DeploymentNotFound, static (_, body) => body.Is("DeploymentNotFound") || body.Is("model_not_found") || body.Says("deployment for this resource does not exist")),
        (AzureOpenAIErrorKind.TenantMismatch, static (status, body) => status == 400 && (body.Says("does not match resource tenant") || body.Says("does not match resource token"))),
        (AzureOpenAIErrorKind.ApiVersionRefused, static (status, body) => status is 400 or 404 && (body.Says("api-version") || body.Says("api version") || body.Says("ApiVersion"))),
        (AzureOpenAIErrorKind.RoleMissing, static (status, body) => status is 401 or 403 && (body.Is("PermissionDenied") || body.Is("AuthorizationFailed") || body.Says("lacks the required data action"))),
        (AzureOpenAIErrorKind.NetworkRefused, static (status, body) => status == 403 && (body.Says("Firewall rules") || body.Says("Virtual Network") || body.Says("Public access is disabled"))),
        (AzureOpenAIErrorKind.Unauthorized, static (status, _) => status == 401),
        (AzureOpenAIErrorKind.Forbidden, static (status, _) => status == 403),
        (AzureOpenAIErrorKind.NotFound, static (status, _) => status == 404),
        (AzureOpenAIErrorKind.RateLimited, static (status, _) => status == 429),
        (AzureOpenAIErrorKind.Unavailable, static (status, _) => status is 408 or 409 or >= 500),
        (AzureOpenAIErrorKind.InvalidRequest, static (status, _) => status >= 400),
    ];

    public static AzureOpenAIErrorKind Classify(int status, ErrorBody body)
    {
        foreach (var (kind, matches) in Rules)
        {
            if (matches(status, body))
            {
                return kind;
            }
        }

        return AzureOpenAIErrorKind.UnexpectedStatus;
    }
}
