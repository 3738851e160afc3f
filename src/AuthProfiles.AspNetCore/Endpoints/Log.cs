using Microsoft.Extensions.Logging;

namespace AuthProfiles.AspNetCore.Endpoints;

/// <summary>What is logged of the endpoints. Users are not named.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 60, EventName = "ConnectionFailed", Level = LogLevel.Warning, Message = "A user could not connect profile {Profile}: {Kind} {ErrorCode}.")]
    public static partial void ConnectionFailed(this ILogger logger, string profile, AuthorizationErrorKind kind, string? errorCode, Exception error);
}
