namespace AuthProfiles.Soak.Server;

/// <summary>What a call's token was.</summary>
internal enum CallVerdict
{
    Good,

    /// <summary>It was good once, but no longer when the call began.</summary>
    Expired,

    /// <summary>It was good when the call began, and ended on the way: on a busy machine a call may take longer than a token lives.</summary>
    Late,

    /// <summary>It is another user's.</summary>
    Foreign,

    /// <summary>It was never issued, or there is none.</summary>
    Unknown,
}
