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
            logger.RenewalFailed(shownProfile, shownTenant, error.Kind, error.ErrorCode, pause);
        }
        else
        {
            logger.AcquisitionFailed(shownProfile, shownTenant, error.Kind, error.ErrorCode, pause);
        }
    }
}
