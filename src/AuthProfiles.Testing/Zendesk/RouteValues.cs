namespace AuthProfiles.Testing.Zendesk;

/// <summary>What a path names.</summary>
/// <param name="Id">The id of a record.</param>
/// <param name="Part">The id of a part of it, such as a ticket's comment.</param>
/// <param name="Key">The id of a record that is no number, such as a job.</param>
internal readonly record struct RouteValues(long Id, long Part, string? Key);
