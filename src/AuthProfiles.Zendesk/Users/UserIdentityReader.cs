using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Users;

/// <summary>Reads identities of users.</summary>
internal static class UserIdentityReader
{
    public static UserIdentity? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? user = null, undeliverable = null;
        string? type = null, value = null, method = null, state = null;
        bool? isPrimary = null, isVerified = null;
        DateTimeOffset? verifiedAt = null;
        RecordHead head = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("type"u8):
                    type = json.Text(UserIdentityType.Known);
                    break;
                case 5 when name.SequenceEqual("value"u8):
                    value = json.Text();
                    break;
                case 7 when name.SequenceEqual("user_id"u8):
                    user = json.Int64();
                    break;
                case 7 when name.SequenceEqual("primary"u8):
                    isPrimary = json.Boolean();
                    break;
                case 8 when name.SequenceEqual("verified"u8):
                    isVerified = json.Boolean();
                    break;
                case 11 when name.SequenceEqual("verified_at"u8):
                    verifiedAt = json.Time();
                    break;
                case 17 when name.SequenceEqual("deliverable_state"u8):
                    state = json.Text();
                    break;
                case 19 when name.SequenceEqual("verification_method"u8):
                    method = json.Text(VerificationMethod.Known);
                    break;
                case 19 when name.SequenceEqual("undeliverable_count"u8):
                    undeliverable = json.Int64();
                    break;
                default:
                    head.Read(name, ref json);
                    break;
            }
        }

        return new UserIdentity
        {
            Id = head.Id("An identity"),
            UserId = user,
            Type = type is null ? null : new UserIdentityType(type),
            Value = value,
            IsPrimary = isPrimary ?? false,
            IsVerified = isVerified,
            VerificationMethod = method is null ? null : new VerificationMethod(method),
            VerifiedAt = verifiedAt,
            DeliverableState = state,
            UndeliverableCount = undeliverable,
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
