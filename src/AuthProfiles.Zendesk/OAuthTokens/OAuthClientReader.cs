using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.OAuthTokens;

/// <summary>Reads clients.</summary>
internal static class OAuthClientReader
{
    private static readonly string[] Kinds = ["confidential", "public"];

    public static OAuthClient? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? userId = null;
        string? identifier = null, called = null, secret = null, kind = null, company = null, description = null, logoUrl = null;
        IReadOnlyList<string> redirectUris = [];
        bool? isGlobal = null;
        RecordHead head = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("name"u8):
                    called = json.Text();
                    break;
                case 4 when name.SequenceEqual("kind"u8):
                    kind = json.Text(Kinds);
                    break;
                case 6 when name.SequenceEqual("secret"u8):
                    secret = json.Text();
                    break;
                case 6 when name.SequenceEqual("global"u8):
                    isGlobal = json.Boolean();
                    break;
                case 7 when name.SequenceEqual("company"u8):
                    company = json.Text();
                    break;
                case 7 when name.SequenceEqual("user_id"u8):
                    userId = json.Int64();
                    break;
                case 8 when name.SequenceEqual("logo_url"u8):
                    logoUrl = json.Text();
                    break;
                case 10 when name.SequenceEqual("identifier"u8):
                    identifier = json.Text();
                    break;
                case 11 when name.SequenceEqual("description"u8):
                    description = json.Text();
                    break;
                case 12 when name.SequenceEqual("redirect_uri"u8):
                    redirectUris = json.Texts();
                    break;
                default:
                    head.Read(name, ref json);
                    break;
            }
        }

        return new OAuthClient
        {
            Id = head.Id("A client"),
            Identifier = identifier,
            Name = called,
            Secret = secret,
            Kind = kind,
            RedirectUris = redirectUris,
            Company = company,
            Description = description,
            IsGlobal = isGlobal ?? false,
            UserId = userId,
            LogoUrl = logoUrl,
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
