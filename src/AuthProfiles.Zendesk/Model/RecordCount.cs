namespace AuthProfiles.Zendesk;

/// <summary>How many records there are, as Zendesk last counted them.</summary>
/// <param name="Value">The number. Above 100,000 it is about right, and counted once a day.</param>
/// <param name="RefreshedAt">When they were counted, or null where Zendesk does not say or counts at this moment.</param>
public sealed record RecordCount(long Value, DateTimeOffset? RefreshedAt);
