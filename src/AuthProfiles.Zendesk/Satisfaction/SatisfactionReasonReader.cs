using System.Text.Json;
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

        long? id = null, reasonCode = null;
        string? value = null, rawValue = null, url = null;
        DateTimeOffset? createdAt = null, updatedAt = null, deletedAt = null;
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case 3 when name.SequenceEqual("url"u8):
                    url = json.Text();
                    break;
                case 5 when name.SequenceEqual("value"u8):
                    value = json.Text();
                    break;
                case 9 when name.SequenceEqual("raw_value"u8):
                    rawValue = json.Text();
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = json.Time();
                    break;
                case 10 when name.SequenceEqual("updated_at"u8):
                    updatedAt = json.Time();
                    break;
                case 10 when name.SequenceEqual("deleted_at"u8):
                    deletedAt = json.Time();
                    break;
                case 11 when name.SequenceEqual("reason_code"u8):
                    reasonCode = json.Int64();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new SatisfactionReason
        {
            Id = id ?? throw new JsonException("A reason has no id."),
            Value = value,
            RawValue = rawValue,
            ReasonCode = reasonCode,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            DeletedAt = deletedAt,
            Url = url,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
