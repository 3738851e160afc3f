using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Organizations;

/// <summary>Reads merges of organizations.</summary>
internal static class OrganizationMergeReader
{
    public static OrganizationMerge? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? id = null, status = null, url = null;
        long? winner = null, loser = null;
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
                case 6 when name.SequenceEqual("status"u8):
                    status = json.Text(OrganizationMergeStatus.Known);
                    break;
                case 8 when name.SequenceEqual("loser_id"u8):
                    loser = json.Int64();
                    break;
                case 9 when name.SequenceEqual("winner_id"u8):
                    winner = json.Int64();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new OrganizationMerge
        {
            Id = id is { Length: > 0 } ? id : throw new JsonException("A merge has no id."),
            Status = status is null ? null : new OrganizationMergeStatus(status),
            WinnerId = winner,
            LoserId = loser,
            Url = url,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
