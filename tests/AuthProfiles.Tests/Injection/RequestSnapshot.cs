using System.Net.Http.Headers;

namespace AuthProfiles.Tests.Injection;

/// <summary>Everything of a request that an injection could have changed. Two are equal if nothing did.</summary>
internal sealed record RequestSnapshot(
    Uri? Address, string? Original, string? Canonical, string Headers, HttpContent? Content, string ContentHeaders, bool? Chunked, HttpMethod Method, Version Version)
{
    public static RequestSnapshot Of(HttpRequestMessage request) => new(
        request.RequestUri,
        request.RequestUri?.OriginalString,
        request.RequestUri?.AbsoluteUri,
        Lines(request.Headers),
        request.Content,
        request.Content is null ? string.Empty : Lines(request.Content.Headers),
        request.Headers.TransferEncodingChunked,
        request.Method,
        request.Version);

    // Headers of different names have no order (RFC 9110, section 5.3); the lines of one name do.
    private static string Lines(HttpHeaders headers) =>
        string.Join('\n', headers.NonValidated.Select(static header => $"{header.Key}: {string.Join(" | ", header.Value)}").Order(StringComparer.Ordinal));
}
