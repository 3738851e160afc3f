namespace AuthProfiles.Soak.Load;

/// <summary>How a call ended for its caller.</summary>
internal enum CallOutcome
{
    Answered,

    /// <summary>By the failure that was asked for.</summary>
    Failed,

    /// <summary>By a 401 to a revoked token, because no other was to be had.</summary>
    Refused,

    /// <summary>By the caller's own cancellation.</summary>
    Cancelled,

    /// <summary>By an exception of ours, before anything was sent.</summary>
    Unauthorized,

    /// <summary>In a way that nothing explains.</summary>
    Unexplained,
}
