namespace AuthProfiles.Zendesk;

/// <summary>A status of the account's own to create. Immutable.</summary>
public sealed record NewCustomStatus
{
    /// <summary>Gets the status of Zendesk that it belongs to. It can't be changed later.</summary>
    public required TicketStatus Category { get; init; }

    /// <summary>Gets the name that agents see: 48 characters at most.</summary>
    public required string AgentLabel { get; init; }

    /// <summary>Gets the name that end users see: 48 characters at most.</summary>
    public string? EndUserLabel { get; init; }

    /// <summary>Gets when agents are to choose it.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the description that end users see.</summary>
    public string? EndUserDescription { get; init; }

    /// <summary>Gets a value indicating whether it is in use.</summary>
    public bool? IsActive { get; init; }
}
