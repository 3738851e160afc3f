namespace Zendesk;

/// <summary>The program was called wrongly; the message says it in one sentence.</summary>
internal sealed class UsageException(string message) : Exception(message);
