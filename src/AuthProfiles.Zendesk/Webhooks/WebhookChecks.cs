using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Webhooks;

/// <summary>Refuses before the network what Zendesk would refuse.</summary>
internal static class WebhookChecks
{
    public static void Create(NewWebhook webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        ArgumentException.ThrowIfNullOrWhiteSpace(webhook.Name, nameof(webhook));
        ArgumentNullException.ThrowIfNull(webhook.Endpoint, nameof(webhook));
        Endpoint(webhook.Endpoint, nameof(webhook));
        if (webhook.Subscriptions.Count == 0)
        {
            throw new ArgumentException("Give at least one subscription.", nameof(webhook));
        }
    }

    public static void Update(WebhookUpdate update)
    {
        UpdateCheck.ChangesSomething(update, nameof(update));
        if (update.Endpoint is { } endpoint)
        {
            Endpoint(endpoint, nameof(update));
        }
    }

    private static void Endpoint(Uri endpoint, string parameter)
    {
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp))
        {
            throw new ArgumentException("Give the endpoint's whole address, by https or http.", parameter);
        }
    }
}
