namespace AuthProfiles.Zendesk;

/// <summary>What <see cref="ViewsClient.UpdateManyAsync"/> does to one view. Immutable; what is null stays as it is.</summary>
/// <param name="Id">The view's id.</param>
public sealed record ViewChange(long Id)
{
    /// <summary>Gets its place among the views.</summary>
    public long? Position { get; init; }

    /// <summary>Gets whether it is shown to agents.</summary>
    public bool? IsActive { get; init; }
}
