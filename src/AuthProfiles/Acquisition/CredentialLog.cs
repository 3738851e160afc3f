using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.Acquisition;

/// <summary>Logs what becomes of a profile's credentials. Names are made printable only where somebody listens.</summary>
internal readonly struct CredentialLog(ILogger logger, string profile)
{
    public void Acquired(ConnectionName name, Credential credential)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            logger.CredentialAcquired(Printable.Escape(profile), Printable.Escape(name.Tenant), credential.ExpiresAt);
        }
    }

    public void Refused(ConnectionName name)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            logger.CredentialRefused(Printable.Escape(profile), Printable.Escape(name.Tenant));
        }
    }

    /// <summary>Logs something that works and should be mended.</summary>
    public void Warned(ConnectionName name, AcquisitionWarning warning) => logger.Warned(warning, Printable.Escape(profile), Printable.Escape(name.Tenant));

    /// <summary>Logs that the store does not take a grant that the provider has given.</summary>
    public void GrantUnsaved(ConnectionName name, Exception error)
    {
        if (logger.IsEnabled(LogLevel.Error))
        {
            logger.GrantUnsaved(Printable.Escape(profile), Printable.Escape(name.Tenant), error.GetType().Name);
        }
    }

    public void GrantSaved(ConnectionName name)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            logger.GrantSaved(Printable.Escape(profile), Printable.Escape(name.Tenant));
        }
    }

    public void ConnectionExpired(ConnectionName name)
    {
        if (logger.IsEnabled(LogLevel.Warning))
        {
            logger.ConnectionExpired(Printable.Escape(profile), Printable.Escape(name.Tenant));
        }
    }

    /// <summary>Logs that a grant came too late for a connection that was deleted or taken back.</summary>
    public void GrantDiscarded(ConnectionName name, bool isRevoked)
    {
        if (logger.IsEnabled(LogLevel.Warning))
        {
            logger.GrantDiscarded(Printable.Escape(profile), Printable.Escape(name.Tenant), isRevoked ? "revoked" : "not revoked");
        }
    }

    /// <summary>Logs that a stored connection can't be read. It is left as it is.</summary>
    public void Unreadable(ConnectionName name, ConnectionFault fault)
    {
        if (logger.IsEnabled(LogLevel.Error))
        {
            logger.ConnectionUnreadable(Printable.Escape(profile), Printable.Escape(name.Tenant), fault);
        }
    }

    /// <summary>Logs that somebody else has renewed the connection meanwhile.</summary>
    public void GrantSuperseded(ConnectionName name)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            logger.GrantSuperseded(Printable.Escape(profile), Printable.Escape(name.Tenant));
        }
    }

    /// <summary>Logs a failure, and whether an old credential serves meanwhile.</summary>
    public void Failed(ConnectionName name, AuthorizationException error, TimeSpan pause, bool isServed)
    {
        if (!logger.IsEnabled(LogLevel.Warning))
        {
            return;
        }

        var (shownProfile, shownTenant) = (Printable.Escape(profile), Printable.Escape(name.Tenant));
        if (isServed)
        {
            logger.RenewalFailed(shownProfile, shownTenant, ReasonOf(error), pause.TotalSeconds);
        }
        else
        {
            logger.AcquisitionFailed(shownProfile, shownTenant, ReasonOf(error), pause.TotalSeconds);
        }
    }

    // The whole message may name the user.
    private static string ReasonOf(AuthorizationException error) =>
        error.Findings.Count > 0 ? string.Join(' ', error.Findings)
        : error.ErrorCode is { } code ? $"{error.Kind} ({code})."
        : $"{error.Kind}.";
}
