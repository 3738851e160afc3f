namespace AuthProfiles.OAuth;

/// <summary>What revoking a token came to.</summary>
/// <param name="Outcome">What it came to.</param>
/// <param name="Failure">Why the token lives on, or null where it was revoked. Fit to be shown.</param>
internal sealed record RevocationResult(RevocationOutcome Outcome, TokenFailure? Failure = null);
