namespace AuthProfiles.Zendesk.Wire;

/// <summary>What all calls of one client share. A view of a client is the same with something changed.</summary>
/// <param name="Http">The client that authorizes.</param>
/// <param name="BodyIdleTimeout">How long an answer's body may pause.</param>
/// <param name="Time">The clock.</param>
/// <param name="WithoutCredential">The client for links to other places, or null.</param>
internal sealed record CallSetup(HttpClient Http, TimeSpan BodyIdleTimeout, TimeProvider Time, HttpClient? WithoutCredential)
{
    /// <summary>Gets the user that every request acts for, or null.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Gets a value indicating whether the calls go without a credential.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Gets a value indicating whether members of answers that have no property are kept.</summary>
    public bool KeepsUnknown { get; init; }
}
