namespace AuthProfiles.Zendesk;

/// <summary>A change of a status of the account's own. Immutable; what is not assigned stays as it is.</summary>
public sealed record CustomStatusUpdate
{
    /// <summary>Gets the name that agents see: 48 characters at most.</summary>
    public string? AgentLabel { get; init; }

    /// <summary>Gets the name that end users see: 48 characters at most.</summary>
    public string? EndUserLabel { get; init; }

    /// <summary>Gets when agents are to choose it.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the description that end users see.</summary>
    public string? EndUserDescription { get; init; }

    /// <summary>Gets a value indicating whether it is in use.</summary>
    public bool? IsActive { get; init; }
}
