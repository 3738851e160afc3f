namespace AuthProfiles.AzureOpenAI.Endpoints;

/// <summary>An address and what it was made of.</summary>
internal sealed record JoinedAddress(Uri Below, Uri Relative, Uri Address);
