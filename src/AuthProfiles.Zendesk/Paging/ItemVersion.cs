namespace AuthProfiles.Zendesk.Paging;

/// <summary>Tells a record from its later self.</summary>
/// <param name="Id">The id.</param>
/// <param name="ChangedAt">When it was last changed.</param>
/// <param name="GeneratedAt">When Zendesk itself last changed it, which leaves the other time as it is.</param>
internal readonly record struct ItemVersion(long Id, DateTimeOffset? ChangedAt, DateTimeOffset? GeneratedAt = null)
{
    /// <summary>Gets a value indicating whether it is taken back.</summary>
    public bool IsDeleted { get; init; }
}
