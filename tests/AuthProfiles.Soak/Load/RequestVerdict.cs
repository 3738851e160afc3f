namespace AuthProfiles.Soak.Load;

/// <summary>What the service says of a request's credential.</summary>
internal enum RequestVerdict
{
    Good,

    /// <summary>It ended on the way, within a leeway: on a busy machine a request may take longer than what is left of a token.</summary>
    Late,

    /// <summary>It ended long before it came.</summary>
    Expired,

    /// <summary>It was revoked, which nobody can know but by being told.</summary>
    Revoked,

    /// <summary>It is another key's.</summary>
    Foreign,

    /// <summary>There is none, or none that was ever issued.</summary>
    Missing,
}
