namespace AuthProfiles.Tests.Infrastructure;

internal sealed record SentRequest(HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public string? this[string header] => Headers.GetValueOrDefault(header);
}
