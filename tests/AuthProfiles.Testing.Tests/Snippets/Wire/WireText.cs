using System.Text;
using System.Text.RegularExpressions;

namespace Snippets;

/// <summary>Writes a request as it stands in an http block: what is different each time is "…".</summary>
internal static partial class WireText
{
    public static async Task<string> WriteAsync(HttpRequestMessage request)
    {
        var text = new StringBuilder($"{request.Method} {request.RequestUri!.PathAndQuery} HTTP/1.1\nHost: {request.RequestUri.Authority}");
        foreach (var header in request.Headers.NonValidated)
        {
            text.Append($"\n{header.Key}: {header.Value}");
        }

        if (request.Content is { } content)
        {
            var body = await content.ReadAsStringAsync();
            text.Append($"\nContent-Type: {content.Headers.ContentType}\n\n{body}");
        }

        return Changing().Replace(text.ToString(), "${name}…");
    }

    [GeneratedRegex(@"(?<name>\b(state|nonce|code_challenge|code_verifier)=)[\w.~%-]+|(?<name>\beyJ)[\w-]+\.[\w-]+\.[\w-]+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Changing();
}
