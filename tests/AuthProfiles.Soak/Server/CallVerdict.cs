namespace AuthProfiles.Soak.Server;

/// <summary>What a call's token was.</summary>
internal enum CallVerdict
{
    Good,

    /// <summary>It was good once.</summary>
    Expired,

    /// <summary>It is another user's.</summary>
    Foreign,

    /// <summary>It was never issued, or there is none.</summary>
    Unknown,
}
