namespace AuthProfiles.Zendesk.Tests.Support;

internal sealed record SentRequest(string Method, string Path, string? Body, string? ContentType, Dictionary<string, string> Headers);
