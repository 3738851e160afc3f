using Microsoft.Extensions.Logging;

namespace AuthProfiles.Acquisition;

/// <summary>What is logged of credentials: that they come and go, never what they are. Users are not named.</summary>
internal static partial class Log
{
    /// <summary>The category of everything that is logged.</summary>
    public const string Category = "AuthProfiles";

    [LoggerMessage(EventId = 1, EventName = "CredentialAcquired", Level = LogLevel.Debug, Message = "Profile {Profile} acquired a credential for tenant '{Tenant}'; it expires at {ExpiresAt}.")]
    public static partial void CredentialAcquired(this ILogger logger, string profile, string tenant, DateTimeOffset? expiresAt);

    [LoggerMessage(EventId = 2, EventName = "RenewalFailed", Level = LogLevel.Warning, Message = "Profile {Profile} could not renew its credential for tenant '{Tenant}': {Kind} {ErrorCode}. The old one serves meanwhile; the next attempt is {Pause} away.")]
    public static partial void RenewalFailed(this ILogger logger, string profile, string tenant, AuthorizationErrorKind kind, string? errorCode, TimeSpan pause);

    [LoggerMessage(EventId = 3, EventName = "AcquisitionFailed", Level = LogLevel.Warning, Message = "Profile {Profile} has no credential for tenant '{Tenant}': {Kind} {ErrorCode}. Requests are refused; the next attempt is {Pause} away.")]
    public static partial void AcquisitionFailed(this ILogger logger, string profile, string tenant, AuthorizationErrorKind kind, string? errorCode, TimeSpan pause);

    [LoggerMessage(EventId = 4, EventName = "CredentialRefused", Level = LogLevel.Debug, Message = "The service of profile {Profile} refused the credential for tenant '{Tenant}' (401).")]
    public static partial void CredentialRefused(this ILogger logger, string profile, string tenant);
}
