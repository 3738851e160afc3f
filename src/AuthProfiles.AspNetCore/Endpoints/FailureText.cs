using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.AspNetCore.Endpoints;

/// <summary>Says to a user what went wrong. What is for the developer is logged and not shown.</summary>
internal sealed class FailureText(ILogger<ConnectionEndpoints> logger)
{
    /// <summary>Returns the status and the words for a failure.</summary>
    public (int Status, string Text) Describe(Caller caller, string profile, AuthorizationException error)
    {
        logger.ConnectionFailed(profile, error.Kind, error.ErrorCode, error);
        return error switch
        {
            { ErrorCode: "access_denied" } => (StatusCodes.Status200OK, "You have not given your consent, so nothing was connected."),
            { Kind: AuthorizationErrorKind.CallbackUsed } => (StatusCodes.Status200OK, "You came back to a consent that has been completed already. What it led to is shown here."),
            { Kind: AuthorizationErrorKind.CallbackRefused } => (StatusCodes.Status400BadRequest, "This consent is not one that waits for you: it has expired, was begun elsewhere, or was changed on its way. Nothing was connected. Please connect again."),
            { Kind: AuthorizationErrorKind.InvalidValue } => (StatusCodes.Status400BadRequest, error.Message),
            { Kind: AuthorizationErrorKind.InvalidToken } => (StatusCodes.Status400BadRequest, "The service does not accept what you have given. Please check it and connect again."),
            AuthorizationRequiredException => (StatusCodes.Status400BadRequest, "The provider no longer knows this consent. Please connect again."),
            { IsTransient: true } => (StatusCodes.Status503ServiceUnavailable, "The service can't be reached just now. Please try again in a moment."),
            _ => (StatusCodes.Status500InternalServerError, $"This connection can't be made just now. The application's log says why, under {caller.Context.TraceIdentifier}."),
        };
    }
}
