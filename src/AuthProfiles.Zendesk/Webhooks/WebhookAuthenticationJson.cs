using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Webhooks;

/// <summary>Reads and writes how a webhook's requests are authorized.</summary>
internal static class WebhookAuthenticationJson
{
    private static readonly string[] Types = ["basic_auth", "bearer_token", "api_key"];

    public static WebhookAuthentication? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? type = null, user = null, header = null;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("type"u8))
            {
                type = json.Text(Types);
            }
            else if (name.SequenceEqual("data"u8))
            {
                (user, header) = ReadData(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        return type is null ? null : new WebhookAuthentication(type) { UserName = user, HeaderName = header };
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, WebhookAuthentication? authentication)
    {
        if (authentication is null)
        {
            return;
        }

        var secret = authentication.Secret?.Reveal();
        writer.WriteStartObject(name);
        writer.WriteString("type"u8, authentication.Type);
        writer.WriteStartObject("data"u8);
        JsonWriting.Text(writer, "username"u8, authentication.UserName);
        JsonWriting.Text(writer, "name"u8, authentication.HeaderName);
        JsonWriting.Text(writer, authentication.Type switch { "basic_auth" => "password"u8, "api_key" => "value"u8, _ => "token"u8 }, secret);
        writer.WriteEndObject();
        writer.WriteString("add_position"u8, "header"u8);
        writer.WriteEndObject();
    }

    private static (string? User, string? Header) ReadData(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return default;
        }

        string? user = null, header = null;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("username"u8))
            {
                user = json.Text();
            }
            else if (name.SequenceEqual("name"u8))
            {
                header = json.Text();
            }
            else
            {
                json.Skip();
            }
        }

        return (user, header);
    }
}
