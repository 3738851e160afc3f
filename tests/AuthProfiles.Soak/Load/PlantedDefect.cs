namespace AuthProfiles.Soak.Load;

/// <summary>What is wrong on purpose, so that the run must call it broken.</summary>
internal enum PlantedDefect
{
    None,

    /// <summary>One call in a hundred is made in another user's name.</summary>
    WrongUser,

    /// <summary>One request in a thousand loses its credential below the handler that injected it.</summary>
    NoCredential,

    /// <summary>Two applications that share no store use the same connections.</summary>
    Duplicate,
}
