using Microsoft.Extensions.Logging;

namespace AuthProfiles.Consent;

/// <summary>What is logged of consents: that they are given and taken back, never what came with them. Users are not named.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 30, EventName = "ConnectionAuthorized", Level = LogLevel.Information, Message = "A connection of profile {Profile} for tenant '{Tenant}' was authorized by its owner.")]
    public static partial void ConnectionAuthorized(this ILogger logger, string profile, string tenant);

    [LoggerMessage(EventId = 31, EventName = "ConsentFailed", Level = LogLevel.Warning, Message = "A consent of profile {Profile} for tenant '{Tenant}' came to nothing: {Kind} {ErrorCode}.")]
    public static partial void ConsentFailed(this ILogger logger, string profile, string tenant, AuthorizationErrorKind kind, string? errorCode);

    [LoggerMessage(EventId = 32, EventName = "ConnectionDeleted", Level = LogLevel.Information, Message = "A connection of profile {Profile} for tenant '{Tenant}' was deleted; its grant {Outcome}.")]
    public static partial void ConnectionDeleted(this ILogger logger, string profile, string tenant, string outcome);
}
