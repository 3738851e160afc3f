using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Jobs;

/// <summary>Reads what became of one item.</summary>
internal static class JobResultReader
{
    private static readonly string[] Actions = ["update", "create", "delete"];
    private const string Failed = "Failed";

    private static readonly string[] Outcomes = ["Updated", "Created", "Deleted", Failed];

    public static JobResult? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null, index = null;
        bool? success = null;
        string? action = null, status = null, error = null, details = null;
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case 5 when name.SequenceEqual("index"u8):
                    index = json.Int64();
                    break;
                case 5 when name.SequenceEqual("error"u8):
                case 6 when name.SequenceEqual("errors"u8):
                    error = json.Text() ?? error;
                    break;
                case 6 when name.SequenceEqual("action"u8):
                    action = json.Text(Actions);
                    break;
                case 6 when name.SequenceEqual("status"u8):
                    status = json.Text(Outcomes);
                    break;
                case 7 when name.SequenceEqual("success"u8):
                    success = json.Boolean();
                    break;
                case 7 when name.SequenceEqual("details"u8):
                    details = json.Text();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new JobResult
        {
            Id = id,
            Index = index,

            // Creations that went well say only which record came to be.
            Succeeded = success ?? (error is null && id is not null && status is not Failed),
            Action = action,
            Status = status,
            Error = error,
            Details = details,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
