using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.OAuthTokens;

/// <summary>Reads global clients.</summary>
internal static class GlobalOAuthClientReader
{
    public static GlobalOAuthClient? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null;
        string? called = null;
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case 4 when name.SequenceEqual("name"u8):
                    called = json.Text();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new GlobalOAuthClient
        {
            Id = id ?? throw new JsonException("A client has no id."),
            Name = called,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
