namespace Zendesk;

/// <summary>A setting is missing or wrong; the message names it in one sentence.</summary>
internal sealed class SettingException(string message) : Exception(message);
