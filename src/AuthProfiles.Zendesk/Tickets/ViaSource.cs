namespace AuthProfiles.Zendesk;

/// <summary>Where a ticket or a comment came from, as far as its channel tells. Immutable.</summary>
public sealed record ViaSource
{
    /// <summary>Gets what brought it about within the channel, such as <c>web_widget</c> or <c>follow_up</c>; or null.</summary>
    public string? Relation { get; init; }

    /// <summary>Gets the sender, or null where the channel has none.</summary>
    public ViaParty? From { get; init; }

    /// <summary>Gets the receiver, or null where the channel has none.</summary>
    public ViaParty? To { get; init; }
}
