using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.Consent;

/// <summary>Logs what becomes of a profile's consents. Names are made printable only where somebody listens.</summary>
internal readonly struct ConsentLog(ILogger logger, string profile)
{
    public void Authorized(ConnectionName name)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            logger.ConnectionAuthorized(Printable.Escape(profile), Printable.Escape(name.Tenant));
        }
    }

    public void Failed(ConnectionName name, AuthorizationException error)
    {
        if (logger.IsEnabled(LogLevel.Warning))
        {
            logger.ConsentFailed(Printable.Escape(profile), Printable.Escape(name.Tenant), error.Kind, error.ErrorCode);
        }
    }

    public void Deleted(ConnectionName name, string outcome)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            logger.ConnectionDeleted(Printable.Escape(profile), Printable.Escape(name.Tenant), outcome);
        }
    }
}
