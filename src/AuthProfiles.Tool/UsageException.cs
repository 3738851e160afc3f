namespace AuthProfiles.Tool;

/// <summary>An argument is wrong or the settings can't be used; the message says which and the cure, and no value that may be secret.</summary>
internal sealed class UsageException(string message) : Exception(message);
