namespace AuthProfiles.Connections;

/// <summary>Says in words why a stored connection can't be read.</summary>
internal static class ConnectionFaultText
{
    /// <summary>Returns what follows on "the connection can't be read: ".</summary>
    public static string Describe(this ConnectionFault fault) => fault switch
    {
        ConnectionFault.KeyMissing => "the key that it was encrypted with is not in the key ring. Give the key back, or its owner must authorize again",
        ConnectionFault.Altered => "what is stored was damaged or altered, or is another connection's. Its owner must authorize again",
        _ => "an older state than this process has seen was restored. Its owner must authorize again",
    };
}
