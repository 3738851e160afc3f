namespace AuthProfiles.Acquisition;

/// <summary>Why the last acquisition failed, and until when no other is begun.</summary>
/// <param name="Error">The failure.</param>
/// <param name="Attempts">How many in a row have failed.</param>
/// <param name="Until">When the next may begin, on the monotonic clock.</param>
internal sealed record AcquisitionFailure(AuthorizationException Error, int Attempts, long Until);
