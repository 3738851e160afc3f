using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Webhooks;

/// <summary>Reads webhooks.</summary>
internal static class WebhookReader
{
    private static readonly string[] Methods = ["POST", "GET", "PUT", "PATCH", "DELETE"];

    public static Webhook? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? id = null, called = null, description = null, endpoint = null, method = null, format = null, status = null;
        IReadOnlyList<string> subscriptions = [];
        WebhookAuthentication? authentication = null;
        Dictionary<string, string>? customHeaders = null;
        WebhookSigningSecret? signingSecret = null;
        IReadOnlyDictionary<string, JsonElement> externalSource = ImmutableDictionary<string, JsonElement>.Empty;
        long? createdById = null, updatedById = null;
        DateTimeOffset? createdAt = null, updatedAt = null;
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Text();
                    break;
                case 4 when name.SequenceEqual("name"u8):
                    called = json.Text();
                    break;
                case 6 when name.SequenceEqual("status"u8):
                    status = json.Text(WebhookStatus.Known);
                    break;
                case 8 when name.SequenceEqual("endpoint"u8):
                    endpoint = json.Text();
                    break;
                case 10 when name.SequenceEqual("created_by"u8):
                    createdById = json.Int64();
                    break;
                case 10 when name.SequenceEqual("updated_by"u8):
                    updatedById = json.Int64();
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    createdAt = json.Time();
                    break;
                case 10 when name.SequenceEqual("updated_at"u8):
                    updatedAt = json.Time();
                    break;
                case 11 when name.SequenceEqual("description"u8):
                    description = json.Text();
                    break;
                case 11 when name.SequenceEqual("http_method"u8):
                    method = json.Text(Methods);
                    break;
                case 13 when name.SequenceEqual("subscriptions"u8):
                    subscriptions = json.Texts();
                    break;
                case 14 when name.SequenceEqual("request_format"u8):
                    format = json.Text(WebhookFormat.Known);
                    break;
                case 14 when name.SequenceEqual("authentication"u8):
                    authentication = WebhookAuthenticationJson.Read(ref json);
                    break;
                case 14 when name.SequenceEqual("custom_headers"u8):
                    customHeaders = CustomHeadersJson.Read(ref json);
                    break;
                case 14 when name.SequenceEqual("signing_secret"u8):
                    signingSecret = WebhookSigningSecretReader.Read(ref json);
                    break;
                case 15 when name.SequenceEqual("external_source"u8):
                    externalSource = RawReader.Read(ref json);
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new Webhook
        {
            Id = id is { Length: > 0 } ? id : throw new JsonException("A webhook has no id."),
            Name = called,
            Description = description,
            Endpoint = endpoint,
            Method = method,
            Format = format is null ? null : new WebhookFormat(format),
            Status = status is null ? null : new WebhookStatus(status),
            Subscriptions = subscriptions,
            Authentication = authentication,
            CustomHeaders = customHeaders,
            SigningSecret = signingSecret,
            ExternalSource = externalSource,
            CreatedById = createdById,
            UpdatedById = updatedById,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
