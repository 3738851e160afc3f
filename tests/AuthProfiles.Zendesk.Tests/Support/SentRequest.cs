namespace AuthProfiles.Zendesk.Tests.Support;

internal sealed record SentRequest(string Method, string Path, string? Body, string? ContentType, Dictionary<string, string> Headers)
{
    /// <summary>Gets a value indicating whether the request was sent as one that may be sent again as its method says.</summary>
    public bool IsRepeatable { get; init; }
}
