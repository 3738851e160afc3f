using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Webhooks;

/// <summary>Writes webhooks that are made, changed or tested.</summary>
internal static class WebhookWriter
{
    public static void Create(Utf8JsonWriter writer, NewWebhook webhook)
    {
        writer.WriteString("name"u8, webhook.Name);
        JsonWriting.Text(writer, "description"u8, webhook.Description);
        writer.WriteString("status"u8, webhook.Status.Value);
        JsonWriting.Texts(writer, "subscriptions"u8, webhook.Subscriptions);
        Target(writer, webhook);
    }

    public static void Update(Utf8JsonWriter writer, WebhookUpdate update)
    {
        JsonWriting.Text(writer, "name"u8, update.Name);
        JsonWriting.Optional(writer, "description"u8, update.Description, JsonWriting.Text);
        JsonWriting.Text(writer, "status"u8, update.Status?.Value);
        JsonWriting.Texts(writer, "subscriptions"u8, update.Subscriptions);
        JsonWriting.Text(writer, "endpoint"u8, update.Endpoint?.AbsoluteUri);
        JsonWriting.Text(writer, "http_method"u8, update.Method?.Method);
        JsonWriting.Text(writer, "request_format"u8, update.Format?.Value);
        JsonWriting.Optional(writer, "authentication"u8, update.Authentication, WebhookAuthenticationJson.Write);
        CustomHeadersJson.Write(writer, "custom_headers"u8, update.CustomHeaders);
    }

    /// <summary>Writes what is called in a test: of a webhook that is not saved all, of a saved one what is to be another.</summary>
    public static void Test(Utf8JsonWriter writer, (NewWebhook? Webhook, string? Payload) test)
    {
        if (test.Webhook is { } webhook)
        {
            Target(writer, webhook);
        }

        JsonWriting.Text(writer, "payload"u8, test.Payload);
    }

    private static void Target(Utf8JsonWriter writer, NewWebhook webhook)
    {
        writer.WriteString("endpoint"u8, webhook.Endpoint.AbsoluteUri);
        writer.WriteString("http_method"u8, webhook.Method.Method);
        writer.WriteString("request_format"u8, webhook.Format.Value);
        WebhookAuthenticationJson.Write(writer, "authentication"u8, webhook.Authentication);
        CustomHeadersJson.Write(writer, "custom_headers"u8, webhook.CustomHeaders);
    }
}
