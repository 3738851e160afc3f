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

        string? called = null, type = null, status = null, partnerName = null, remoteSubdomain = null;
        RecordHead head = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("name"u8):
                    called = json.Text();
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    type = json.Text(Directions);
                    break;
                case 6 when name.SequenceEqual("status"u8):
                    status = json.Text(States);
                    break;
                case 12 when name.SequenceEqual("partner_name"u8):
                    partnerName = json.Text();
                    break;
                case 16 when name.SequenceEqual("remote_subdomain"u8):
                    remoteSubdomain = json.Text();
                    break;
                default:
                    head.Read(name, ref json);
                    break;
            }
        }

        return new SharingAgreement
        {
            Id = head.Id("An agreement"),
            Name = called,
            Type = type,
            Status = status,
            PartnerName = partnerName,
            RemoteSubdomain = remoteSubdomain,
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
