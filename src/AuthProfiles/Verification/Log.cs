using Microsoft.Extensions.Logging;

namespace AuthProfiles.Verification;

/// <summary>What is logged of profiles that should be mended.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 40, EventName = "SecretExpires", Level = LogLevel.Warning, Message = "Profile {Profile}: {Warning}")]
    public static partial void SecretExpires(this ILogger logger, string profile, string warning);
}
