namespace AuthProfiles.Zendesk;

/// <summary>What a webhook's requests are signed with. Immutable; the secret is not told by its text.</summary>
/// <param name="Secret">The secret, for <see cref="ZendeskWebhookSignature"/>.</param>
/// <param name="Algorithm">The algorithm: <c>SHA256</c>.</param>
public sealed record WebhookSigningSecret(SecretValue Secret, string? Algorithm);
