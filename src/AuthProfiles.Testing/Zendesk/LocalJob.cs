using System.Globalization;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>A job: queued for half of its time, at work for the other half.</summary>
/// <remarks>Used under the lock of its account.</remarks>
internal sealed class LocalJob(int number, string type, int total, DateTimeOffset start, TimeSpan duration, JobWork work, string? breaksOff)
{
    public const string Failed = "failed";
    public const string Killed = "killed";

    private const string Completed = "completed";

    // Nothing of the request is kept once it is carried out.
    private JobWork? _work = work;
    private JsonNode? _results;

    /// <summary>Gets the id, which is no number, though it may look like one.</summary>
    public string Id { get; } = number.ToString("x32", CultureInfo.InvariantCulture);

    public int Number => number;

    public DateTimeOffset End { get; } = start + duration;

    public bool IsFinished => _work is null;

    public void FinishIfDue(DateTimeOffset now)
    {
        if (_work is { } due && now >= End)
        {
            _work = null;
            _results = breaksOff is null ? due(End) : null;
        }
    }

    public JsonObject ToJson(string api, DateTimeOffset now)
    {
        var isQueued = !IsFinished && now - start < duration / 2;
        return new()
        {
            ["id"] = Id,
            ["job_type"] = type,
            ["url"] = $"{api}/job_statuses/{Id}.json",
            ["total"] = isQueued ? null : total,
            ["progress"] = isQueued ? null : Progress(now),
            ["status"] = IsFinished ? breaksOff ?? Completed : isQueued ? "queued" : "working",
            ["message"] = IsFinished && breaksOff is null ? string.Create(CultureInfo.InvariantCulture, $"Completed at {End.UtcDateTime:yyyy-MM-dd HH:mm:ss} +0000") : null,
            ["results"] = _results?.DeepClone(),
        };
    }

    private int Progress(DateTimeOffset now) =>
        IsFinished ? (breaksOff is null ? total : 0) : (int)(total * ((now - start) - (duration / 2)) / (duration / 2));
}
