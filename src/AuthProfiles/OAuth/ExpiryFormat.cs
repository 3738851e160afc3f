namespace AuthProfiles;

/// <summary>How a token answer writes when a token expires. RFC 6749 knows seconds alone.</summary>
public enum ExpiryFormat
{
    /// <summary>The lifetime in seconds (RFC 6749, section 5.1).</summary>
    Seconds,

    /// <summary>The lifetime in milliseconds.</summary>
    Milliseconds,

    /// <summary>The instant, in seconds since 1970-01-01 UTC.</summary>
    UnixSeconds,

    /// <summary>The instant, in milliseconds since 1970-01-01 UTC.</summary>
    UnixMilliseconds,

    /// <summary>The instant as date and time, such as <c>2030-01-31T12:00:00Z</c>; without an offset it is UTC.</summary>
    Iso8601,

    /// <summary>The lifetime as days, hours and minutes: <c>D:HH:MM</c>.</summary>
    DaysHoursMinutes,
}
