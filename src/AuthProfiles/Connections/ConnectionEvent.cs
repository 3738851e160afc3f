namespace AuthProfiles.Connections;

/// <summary>What can happen to a connection. The list is closed.</summary>
internal enum ConnectionEvent
{
    /// <summary>Its owner gave values, and has yet to consent.</summary>
    InputsGiven,

    /// <summary>Its owner authorized it: by consent, or by values that are all it needs.</summary>
    Authorized,

    /// <summary>A grant was obtained without its owner: the next one, or the first of values that stand in settings or code.</summary>
    Renewed,

    /// <summary>The provider no longer accepts its grant.</summary>
    Refused,

    /// <summary>It was taken back.</summary>
    Revoked,
}
