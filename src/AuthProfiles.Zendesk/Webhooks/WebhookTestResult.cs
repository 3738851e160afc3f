namespace AuthProfiles.Zendesk;

/// <summary>What the endpoint answered to the test of a webhook. Immutable.</summary>
/// <param name="Status">The status code of the answer, or null where there was none.</param>
/// <param name="Payload">The body of the answer. It is the endpoint's: take it for untrusted.</param>
public sealed record WebhookTestResult(int? Status, string? Payload);
