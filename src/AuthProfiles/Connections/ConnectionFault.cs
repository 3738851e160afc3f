namespace AuthProfiles;

/// <summary>Why a stored connection can't be read. It is kept as it is until its owner authorizes it again.</summary>
public enum ConnectionFault
{
    /// <summary>The key that it was encrypted with is not there. Where the key comes back, the connection is good again.</summary>
    KeyMissing,

    /// <summary>It was damaged or altered, or belongs to another connection.</summary>
    Altered,

    /// <summary>It is older than one that this process has seen: an old state was restored.</summary>
    RolledBack,
}
