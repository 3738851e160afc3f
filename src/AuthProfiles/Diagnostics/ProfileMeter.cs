namespace AuthProfiles.Diagnostics;

/// <summary>Measures what becomes of one profile's credentials. Where nobody listens, it costs a look at a field.</summary>
internal sealed class ProfileMeter(AcquisitionMeter meter, string profile, string type)
{
    /// <summary>Gets a value indicating whether anybody listens to how many callers wait.</summary>
    public bool CountsWaiters => meter.Waiters.Enabled;

    /// <summary>Notes that a caller begins to wait.</summary>
    public void Wait() => meter.Waiters.Add(1, Profile, Type);

    /// <summary>Notes that a caller waits no longer.</summary>
    public void GoOn() => meter.Waiters.Add(-1, Profile, Type);

    public void Refused() => meter.Refusals.Add(1, Profile, Type);

    public void Acquired(TimeSpan duration, bool isRenewal) =>
        meter.Duration.Record(duration.TotalSeconds, Profile, Type, Operation(isRenewal));

    public void Failed(TimeSpan duration, bool isRenewal, AuthorizationErrorKind kind)
    {
        if (meter.Duration.Enabled)
        {
            meter.Duration.Record(duration.TotalSeconds, Profile, Type, Operation(isRenewal), new(TagNames.ErrorType, kind.ToString()));
        }
    }

    /// <summary>Notes how old the last credential became, and how long the new one lives.</summary>
    public void Replaced(TimeSpan? age, TimeSpan? lifetime)
    {
        if (age is { } old)
        {
            meter.Age.Record(old.TotalSeconds, Profile, Type);
        }

        if (lifetime is { } life)
        {
            meter.Lifetime.Record(life.TotalSeconds, Profile, Type);
        }
    }

    private KeyValuePair<string, object?> Profile => new(TagNames.Profile, profile);

    private KeyValuePair<string, object?> Type => new(TagNames.AuthorizationType, type);

    private static KeyValuePair<string, object?> Operation(bool isRenewal) => new(TagNames.Operation, TagNames.OperationOf(isRenewal));
}
