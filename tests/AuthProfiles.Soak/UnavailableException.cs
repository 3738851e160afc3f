namespace AuthProfiles.Soak;

/// <summary>This machine can't run what was asked for; the message says why in one sentence.</summary>
internal sealed class UnavailableException(string message) : Exception(message);
