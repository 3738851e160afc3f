using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.OAuthTokens;

/// <summary>Writes clients that are made or changed.</summary>
internal static class OAuthClientWriter
{
    public static void Create(Utf8JsonWriter writer, NewOAuthClient client)
    {
        writer.WriteString("name"u8, client.Name);
        writer.WriteString("identifier"u8, client.Identifier);
        JsonWriting.Text(writer, "kind"u8, client.Kind);
        JsonWriting.Id(writer, "user_id"u8, client.UserId);
        JsonWriting.Texts(writer, "redirect_uri"u8, client.RedirectUris);
        JsonWriting.Text(writer, "company"u8, client.Company);
        JsonWriting.Text(writer, "description"u8, client.Description);
    }

    public static void Update(Utf8JsonWriter writer, OAuthClientUpdate update)
    {
        JsonWriting.Text(writer, "name"u8, update.Name);
        JsonWriting.Text(writer, "identifier"u8, update.Identifier);
        JsonWriting.Text(writer, "kind"u8, update.Kind);
        JsonWriting.Texts(writer, "redirect_uri"u8, update.RedirectUris);
        JsonWriting.Text(writer, "company"u8, update.Company);
        JsonWriting.Text(writer, "description"u8, update.Description);
    }
}
