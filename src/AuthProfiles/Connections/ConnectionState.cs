namespace AuthProfiles;

/// <summary>Whether a connection can be used.</summary>
public enum ConnectionState
{
    /// <summary>The connection can be used.</summary>
    Active,

    /// <summary>The connection was begun, and its owner has not authorized it yet.</summary>
    AuthorizationRequired,

    /// <summary>The authorization has ended by itself: its owner must authorize again.</summary>
    Expired,

    /// <summary>The authorization was taken back: its owner must authorize again.</summary>
    Revoked,
}
