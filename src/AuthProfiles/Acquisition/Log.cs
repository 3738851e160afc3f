using AuthProfiles.Diagnostics;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.Acquisition;

/// <summary>What is logged of credentials: that they come and go, never what they are. Users are not named.</summary>
internal static partial class Log
{
    /// <summary>The category of everything that is logged.</summary>
    public const string Category = "AuthProfiles";

    // What works and should be mended: the ids from 20 on, one for each warning.
    private static readonly Action<ILogger, string, string, string, Exception?>[] Warnings = Array.ConvertAll(
        Enum.GetValues<AcquisitionWarning>(),
        static warning => LoggerMessage.Define<string, string, string>(LogLevel.Warning, new((int)warning, warning.ToString()), "Profile {Profile}, tenant '{Tenant}': {Warning}"));

    [LoggerMessage(EventId = 1, EventName = "CredentialAcquired", Level = LogLevel.Debug, Message = "Profile {Profile} acquired a credential for tenant '{Tenant}'; it expires at {ExpiresAt}.")]
    public static partial void CredentialAcquired(this ILogger logger, string profile, string tenant, DateTimeOffset? expiresAt);

    [LoggerMessage(EventId = 2, EventName = "RenewalFailed", Level = LogLevel.Warning, Message = "Profile {Profile} could not renew its credential for tenant '{Tenant}': {Reason} The old one serves meanwhile; the next attempt is {Seconds:0.0} s away.")]
    public static partial void RenewalFailed(this ILogger logger, string profile, string tenant, string reason, double seconds);

    [LoggerMessage(EventId = 3, EventName = "AcquisitionFailed", Level = LogLevel.Warning, Message = "Profile {Profile} has no credential for tenant '{Tenant}': {Reason} Requests are refused; the next attempt is {Seconds:0.0} s away.")]
    public static partial void AcquisitionFailed(this ILogger logger, string profile, string tenant, string reason, double seconds);

    [LoggerMessage(EventId = 4, EventName = "CredentialRefused", Level = LogLevel.Debug, Message = "The service of profile {Profile} refused the credential for tenant '{Tenant}'.")]
    public static partial void CredentialRefused(this ILogger logger, string profile, string tenant);

    [LoggerMessage(EventId = 5, EventName = "GrantUnsaved", Level = LogLevel.Error, Message = "Profile {Profile} was given a new grant for tenant '{Tenant}', and the connection store does not take it ({Error}). It is kept in memory and written again; its access token serves, its refresh token does not before it is saved.")]
    public static partial void GrantUnsaved(this ILogger logger, string profile, string tenant, string error);

    [LoggerMessage(EventId = 6, EventName = "GrantSaved", Level = LogLevel.Information, Message = "The connection store has taken the grant of profile {Profile} for tenant '{Tenant}' that it did not take before.")]
    public static partial void GrantSaved(this ILogger logger, string profile, string tenant);

    [LoggerMessage(EventId = 7, EventName = "ConnectionExpired", Level = LogLevel.Warning, Message = "The provider of profile {Profile} no longer accepts the grant of tenant '{Tenant}': the connection has expired, and its owner must authorize again.")]
    public static partial void ConnectionExpired(this ILogger logger, string profile, string tenant);

    [LoggerMessage(EventId = 8, EventName = "GrantDiscarded", Level = LogLevel.Warning, Message = "The connection of profile {Profile} for tenant '{Tenant}' was deleted while it was renewed: the new grant is discarded and {Revoked}.")]
    public static partial void GrantDiscarded(this ILogger logger, string profile, string tenant, string revoked);

    [LoggerMessage(EventId = 9, EventName = "GrantSuperseded", Level = LogLevel.Debug, Message = "Somebody else has renewed the connection of profile {Profile} for tenant '{Tenant}': that grant is used.")]
    public static partial void GrantSuperseded(this ILogger logger, string profile, string tenant);

    [LoggerMessage(EventId = 10, EventName = "ConnectionUnreadable", Level = LogLevel.Error, Message = "The stored connection of profile {Profile} for tenant '{Tenant}' can't be read ({Fault}). It is left as it is, and its owner must authorize again.")]
    public static partial void ConnectionUnreadable(this ILogger logger, string profile, string tenant, ConnectionFault fault);

    /// <summary>Logs a warning under its own event id.</summary>
    public static void Warned(this ILogger logger, AcquisitionWarning warning, string profile, string tenant) => Warnings[warning - AcquisitionWarning.TokenTypeMissing](logger, profile, tenant, warning.Describe(), null);
}
