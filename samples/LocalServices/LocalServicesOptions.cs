namespace AuthProfiles.Samples;

/// <summary>How the local services run.</summary>
public sealed record LocalServicesOptions
{
    /// <summary>Gets the clock of the services.</summary>
    /// <value>The default is null: the system's.</value>
    public TimeProvider? Clock { get; init; }

    /// <summary>Gets the accounts that people choose from before they are asked for their consent.</summary>
    /// <value>Empty by default: a browser that is sent to the login comes back at once, with the consent of whoever is signed in.</value>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>Gets the file in which the services remember from one run to the next where they listen and what they granted, as real ones do in a database.</summary>
    /// <value>The default is null: free ports, and nothing is remembered. The one above it must be there.</value>
    public string? MemoryFile { get; init; }
}
