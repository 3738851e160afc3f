using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Satisfaction;

/// <summary>Reads reasons.</summary>
internal static class SatisfactionReasonReader
{
    public static SatisfactionReason? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? reasonCode = null;
        string? value = null, rawValue = null;
        DateTimeOffset? deletedAt = null;
        RecordHead head = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 5 when name.SequenceEqual("value"u8):
                    value = json.Text();
                    break;
                case 9 when name.SequenceEqual("raw_value"u8):
                    rawValue = json.Text();
                    break;
                case 10 when name.SequenceEqual("deleted_at"u8):
                    deletedAt = json.Time();
                    break;
                case 11 when name.SequenceEqual("reason_code"u8):
                    reasonCode = json.Int64();
                    break;
                default:
                    head.Read(name, ref json);
                    break;
            }
        }

        return new SatisfactionReason
        {
            Id = head.Id("A reason"),
            Value = value,
            RawValue = rawValue,
            ReasonCode = reasonCode,
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            DeletedAt = deletedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
