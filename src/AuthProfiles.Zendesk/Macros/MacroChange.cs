namespace AuthProfiles.Zendesk;

/// <summary>A change of one of many macros. Immutable; what is null stays as it is.</summary>
/// <param name="Id">The macro's id.</param>
/// <param name="IsActive">Whether it is in use.</param>
/// <param name="Position">The place among the macros.</param>
public sealed record MacroChange(long Id, bool? IsActive = null, long? Position = null);
