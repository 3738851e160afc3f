namespace AuthProfiles.Resilience;

/// <summary>Says what an attempt's failure tells about its effect at the service.</summary>
internal enum FailureKind
{
    /// <summary>No failure, or one that another attempt does not cure.</summary>
    None,

    /// <summary>No connection was made, so nothing was sent.</summary>
    NeverSent,

    /// <summary>The service refused for now: 429.</summary>
    Throttled,

    /// <summary>The service is not available for now: 503.</summary>
    Unavailable,

    /// <summary>The service, or a gateway before it, answered 408, 500, 502 or 504: the request may have been carried out.</summary>
    Faulted,

    /// <summary>It was or may have been sent, and no answer came.</summary>
    InDoubt,
}
