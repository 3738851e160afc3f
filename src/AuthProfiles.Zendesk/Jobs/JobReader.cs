using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Jobs;

/// <summary>Reads jobs, whichever of their three shapes the results have: a list, one object, or null.</summary>
internal static class JobReader
{
    public static readonly ReadValue<Job> One = Answer.Of<Job>("job_status", Read);

    public static Job? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? id = null, state = null, type = null, message = null, url = null;
        long? progress = null, total = null;
        bool? succeeded = null;
        IReadOnlyList<JobResult> results = [];
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Text();
                    break;
                case 3 when name.SequenceEqual("url"u8):
                    url = json.Text();
                    break;
                case 5 when name.SequenceEqual("total"u8):
                    total = json.Int64();
                    break;
                case 6 when name.SequenceEqual("status"u8):
                    state = json.Text(JobState.Known);
                    break;
                case 7 when name.SequenceEqual("message"u8):
                    message = json.Text();
                    break;
                case 7 when name.SequenceEqual("results"u8) && json.Token == JsonTokenType.StartObject:
                    succeeded = ReadOutcome(ref json);
                    break;
                case 7 when name.SequenceEqual("results"u8):
                    results = json.List(JobResultReader.Read);
                    break;
                case 8 when name.SequenceEqual("job_type"u8):
                    type = json.Text();
                    break;
                case 8 when name.SequenceEqual("progress"u8):
                    progress = json.Int64();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new Job
        {
            Id = id is { Length: > 0 } ? id : throw new JsonException("A job has no id."),
            State = state is null ? default : new JobState(state),
            Type = type,
            Message = message,
            Progress = progress,
            Total = total,
            Results = results,
            Succeeded = succeeded,
            Url = url,
            AdditionalProperties = unknown.ToMembers(),
        };
    }

    private static bool? ReadOutcome(ref JsonSource json)
    {
        bool? succeeded = null;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("success"u8))
            {
                succeeded = json.Boolean();
            }
            else
            {
                json.Skip();
            }
        }

        return succeeded;
    }
}
