using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A job as Zendesk gave it. Immutable. Zendesk keeps it for about an hour.</summary>
public sealed record Job
{
    /// <summary>Gets the id, which is no number.</summary>
    public required string Id { get; init; }

    /// <summary>Gets how far it is.</summary>
    public JobState State { get; init; }

    /// <summary>Gets the kind of the job as Zendesk names it, or null.</summary>
    public string? Type { get; init; }

    /// <summary>Gets Zendesk's sentence about it, or null.</summary>
    public string? Message { get; init; }

    /// <summary>Gets how many items are done, or null where Zendesk does not say.</summary>
    public long? Progress { get; init; }

    /// <summary>Gets how many items there are, or null where Zendesk does not say.</summary>
    public long? Total { get; init; }

    /// <summary>Gets what became of each item; empty where the job is not at its end, or tells of all items in one (<see cref="Succeeded"/>).</summary>
    public IReadOnlyList<JobResult> Results { get; init; } = [];

    /// <summary>Gets a value indicating whether all went well, for a job that tells of all items in one; else null.</summary>
    public bool? Succeeded { get; init; }

    /// <summary>Gets the address of the job in the API. It is never followed.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Gets a value indicating whether the job goes no further.</summary>
    public bool IsFinished => State == JobState.Completed || State == JobState.Failed || State == JobState.Killed;

    /// <summary>Gets the items that failed. A job may be completed and have some.</summary>
    public IEnumerable<JobResult> Failures => Results.Where(static result => !result.Succeeded);

    /// <summary>Gets a value indicating whether the job is completed and no item failed.</summary>
    public bool IsSuccess => State == JobState.Completed && Succeeded is not false && !Failures.Any();
}
