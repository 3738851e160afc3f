namespace AuthProfiles.OAuth;

/// <summary>A consent that begins: where its owner goes, and what is kept meanwhile.</summary>
internal sealed record CodeRequest(Uri Address, PendingAuthorization Pending);
