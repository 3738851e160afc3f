namespace AuthProfiles.Zendesk;

/// <summary>What to say on tickets that are merged. Immutable; what is null is not said.</summary>
public sealed record TicketMerge
{
    internal static readonly TicketMerge Silent = new();

    /// <summary>Gets the comment on the ticket that takes the others in.</summary>
    public string? TargetComment { get; init; }

    /// <summary>Gets a value indicating whether its requester sees that comment.</summary>
    /// <value>The default is false.</value>
    public bool IsTargetCommentPublic { get; init; }

    /// <summary>Gets the comment on the tickets that are taken in and closed.</summary>
    public string? SourceComment { get; init; }

    /// <summary>Gets a value indicating whether their requesters see that comment.</summary>
    /// <value>The default is false.</value>
    public bool IsSourceCommentPublic { get; init; }
}
