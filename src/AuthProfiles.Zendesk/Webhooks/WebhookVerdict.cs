namespace AuthProfiles.Zendesk;

/// <summary>What <see cref="ZendeskWebhookSignature"/> found about a request.</summary>
/// <param name="Finding">What was found; the default is that there is no signature.</param>
public readonly record struct WebhookVerdict(WebhookFinding Finding)
{
    /// <summary>Gets a value indicating whether the request comes from Zendesk and is recent. Only then may it be acted upon.</summary>
    public bool IsGenuine => Finding == WebhookFinding.Genuine;
}
