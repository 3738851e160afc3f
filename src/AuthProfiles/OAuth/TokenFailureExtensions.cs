namespace AuthProfiles.OAuth;

/// <summary>Makes the exception of a failure, once it is known whose connection it is.</summary>
internal static class TokenFailureExtensions
{
    /// <summary>Makes the exception.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="request">Whose acquisition has failed.</param>
    /// <param name="setting">The setting to look at where the client was refused, and what else may help.</param>
    public static AuthorizationException ToException(this TokenFailure failure, CredentialRequest request, string setting)
    {
        var cure = failure.Kind == AuthorizationErrorKind.ClientRefused ? $": check {setting}" : string.Empty;
        var named = request.Failure(failure.Kind, failure.Reason + cure);
        return new(named.Kind, named.Profile, named.Message)
        {
            Tenant = named.Tenant,
            User = named.User,
            ErrorCode = failure.ErrorCode,
            StatusCode = failure.StatusCode,
            IsTransient = failure.IsTransient,
            RetryAfter = failure.RetryAfter,
        };
    }
}
