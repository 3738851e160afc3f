using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Which account an address means, and the path in it.</summary>
/// <param name="Subdomain">The account; empty where the address names none.</param>
/// <param name="BaseUrl">The account's address in the caller's form, without a slash at the end.</param>
/// <param name="Path">The path below it, decoded, without the suffix <c>.json</c>.</param>
internal sealed record ZendeskAddress(string Subdomain, string BaseUrl, IReadOnlyList<string> Path)
{
    private const string Domain = ".zendesk.com";
    private const string Suffix = ".json";

    public static ZendeskAddress Of(LocalRequest request)
    {
        if (request.Uri.Host.EndsWith(Domain, StringComparison.OrdinalIgnoreCase))
        {
            return new ZendeskAddress(request.Uri.Host[..^Domain.Length], request.Origin, WithoutSuffix(request.Segments));
        }

        return request.Segments is [var subdomain, ..]
            ? new ZendeskAddress(subdomain, $"{request.Origin}/{Uri.EscapeDataString(subdomain)}", WithoutSuffix([.. request.Segments.Skip(1)]))
            : new ZendeskAddress(string.Empty, request.Origin, []);
    }

    private static IReadOnlyList<string> WithoutSuffix(IReadOnlyList<string> path) =>
        path is [.., var last] && last.EndsWith(Suffix, StringComparison.Ordinal) ? [.. path.Take(path.Count - 1), last[..^Suffix.Length]] : path;
}
