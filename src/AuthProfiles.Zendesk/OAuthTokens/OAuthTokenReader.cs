using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.OAuthTokens;

/// <summary>Reads tokens.</summary>
internal static class OAuthTokenReader
{
    public static OAuthToken? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null, clientId = null, userId = null;
        IReadOnlyList<string> scopes = [];
        string? token = null, refreshToken = null, url = null;
        DateTimeOffset? createdAt = null, expiresAt = null, usedAt = null;
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
                case 5 when name.SequenceEqual("token"u8):
                    token = json.Text();
                    break;
                case 6 when name.SequenceEqual("scopes"u8):
                    scopes = json.Texts();
                    break;
                case 7 when name.SequenceEqual("user_id"u8):
                    userId = json.Int64();
                    break;
                case 7 when name.SequenceEqual("used_at"u8):
                    usedAt = json.Time();
                    break;
                case 9 when name.SequenceEqual("client_id"u8):
                    clientId = json.Int64();
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = json.Time();
                    break;
                case 10 when name.SequenceEqual("expires_at"u8):
                    expiresAt = json.Time();
                    break;
                case 13 when name.SequenceEqual("refresh_token"u8):
                    refreshToken = json.Text();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new OAuthToken
        {
            Id = id ?? throw new JsonException("A token has no id."),
            ClientId = clientId,
            UserId = userId,
            Scopes = scopes,
            Token = token,
            RefreshToken = refreshToken,
            CreatedAt = createdAt,
            ExpiresAt = expiresAt,
            UsedAt = usedAt,
            Url = url,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
