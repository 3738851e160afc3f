using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Brands;

/// <summary>Reads brands.</summary>
internal static class BrandReader
{
    private static readonly string[] States = ["enabled", "disabled", "restricted"];

    public static Brand? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? called = null, subdomain = null, brandUrl = null, hostMapping = null, helpCenterState = null, signatureTemplate = null;
        bool? isActive = null, isDefault = null, isDeleted = null, hasHelpCenter = null;
        IReadOnlyList<long> ticketFormIds = [];
        Attachment? logo = null;
        RecordHead head = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("name"u8):
                    called = json.Text();
                    break;
                case 4 when name.SequenceEqual("logo"u8):
                    logo = AttachmentReader.Read(ref json);
                    break;
                case 6 when name.SequenceEqual("active"u8):
                    isActive = json.Boolean();
                    break;
                case 7 when name.SequenceEqual("default"u8):
                    isDefault = json.Boolean();
                    break;
                case 9 when name.SequenceEqual("subdomain"u8):
                    subdomain = json.Text();
                    break;
                case 9 when name.SequenceEqual("brand_url"u8):
                    brandUrl = json.Text();
                    break;
                case 10 when name.SequenceEqual("is_deleted"u8):
                    isDeleted = json.Boolean();
                    break;
                case 12 when name.SequenceEqual("host_mapping"u8):
                    hostMapping = json.Text();
                    break;
                case 15 when name.SequenceEqual("has_help_center"u8):
                    hasHelpCenter = json.Boolean();
                    break;
                case 15 when name.SequenceEqual("ticket_form_ids"u8):
                    ticketFormIds = json.Ids();
                    break;
                case 17 when name.SequenceEqual("help_center_state"u8):
                    helpCenterState = json.Text(States);
                    break;
                case 18 when name.SequenceEqual("signature_template"u8):
                    signatureTemplate = json.Text();
                    break;
                default:
                    head.Read(name, ref json);
                    break;
            }
        }

        return new Brand
        {
            Id = head.Id("A brand"),
            Name = called,
            Subdomain = subdomain,
            BrandUrl = brandUrl,
            HostMapping = hostMapping,
            IsActive = isActive ?? false,
            IsDefault = isDefault ?? false,
            IsDeleted = isDeleted ?? false,
            HasHelpCenter = hasHelpCenter ?? false,
            HelpCenterState = helpCenterState,
            TicketFormIds = ticketFormIds,
            SignatureTemplate = signatureTemplate,
            Logo = logo,
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
