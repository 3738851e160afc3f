using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Sharing;

/// <summary>Reads agreements.</summary>
internal static class SharingAgreementReader
{
    private static readonly string[] Directions = ["inbound", "outbound"];
    private static readonly string[] States = ["accepted", "declined", "pending", "inactive", "failed", "ssl_error", "configuration_error"];

    public static SharingAgreement? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null;
        string? called = null, type = null, status = null, partnerName = null, remoteSubdomain = null, url = null;
        DateTimeOffset? createdAt = null, updatedAt = null;
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
                case 4 when name.SequenceEqual("name"u8):
                    called = json.Text();
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    type = json.Text(Directions);
                    break;
                case 6 when name.SequenceEqual("status"u8):
                    status = json.Text(States);
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = json.Time();
                    break;
                case 10 when name.SequenceEqual("updated_at"u8):
                    updatedAt = json.Time();
                    break;
                case 12 when name.SequenceEqual("partner_name"u8):
                    partnerName = json.Text();
                    break;
                case 16 when name.SequenceEqual("remote_subdomain"u8):
                    remoteSubdomain = json.Text();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new SharingAgreement
        {
            Id = id ?? throw new JsonException("An agreement has no id."),
            Name = called,
            Type = type,
            Status = status,
            PartnerName = partnerName,
            RemoteSubdomain = remoteSubdomain,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            Url = url,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
