using Microsoft.Extensions.Logging;

namespace AuthProfiles.AspNetCore.Endpoints;

/// <summary>What is logged of the endpoints. The event names no user; the error's own sentence, which is for the developer, may.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 60, EventName = "ConnectionFailed", Level = LogLevel.Warning, Message = "A user could not connect profile {Profile}: {Kind} {ErrorCode}.")]
    public static partial void ConnectionFailed(this ILogger logger, string profile, AuthorizationErrorKind kind, string? errorCode, Exception error);
}
