using System.Diagnostics;
using AuthProfiles.Diagnostics;

namespace AuthProfiles.Acquisition;

/// <summary>Measures and traces one acquisition.</summary>
/// <param name="definition">The profile.</param>
/// <param name="clock">The time.</param>
/// <param name="meter">The profile's instruments.</param>
/// <param name="old">The credential that is to be replaced, or null.</param>
internal sealed class FlightReport(ProfileDefinition definition, TimeProvider clock, ProfileMeter meter, HeldCredential? old) : IDisposable
{
    private readonly long _started = clock.GetTimestamp();
    private Activity? _span;

    private bool IsRenewal => old is not null;

    /// <summary>Starts the span. It belongs to no caller, because it serves many; the one that set it off is linked.</summary>
    public void Start(ActivityContext caller) =>
        _span = AuthProfilesActivity.StartAcquisition(definition.Name, definition.AuthorizationType, IsRenewal, caller);

    public void Succeeded(HeldCredential held)
    {
        Dispose();
        if (ReferenceEquals(held, old))
        {
            // It was looked at again and is still good: nothing was acquired.
            return;
        }

        meter.Acquired(clock.GetElapsedTime(_started), IsRenewal);
        meter.Replaced(old is null ? null : clock.GetElapsedTime(old.AcquiredAt), held.Credential.ExpiresAt - clock.GetUtcNow());
    }

    public void Failed(AuthorizationException error)
    {
        _span?.SetStatus(ActivityStatusCode.Error).SetTag(TagNames.ErrorType, error.Kind.ToString());
        Dispose();
        meter.Failed(clock.GetElapsedTime(_started), IsRenewal, error.Kind);
    }

    /// <summary>Ends the span.</summary>
    public void Dispose()
    {
        _span?.Dispose();
        _span = null;
    }
}
