using System.Diagnostics.CodeAnalysis;

namespace AuthProfiles.Zendesk;

/// <summary>Reads what people give as their Zendesk subdomain.</summary>
public static class ZendeskSubdomain
{
    private const string Scheme = "https://";
    private const string Suffix = ".zendesk.com";
    private const int LongestLabel = 63;

    /// <summary>Gets the sentence that says what is taken.</summary>
    internal const string Rule = "Give a Zendesk subdomain such as 'acme', or the account's address such as 'acme.zendesk.com' or 'https://acme.zendesk.com/'.";

    /// <summary>Returns the subdomain in lower case, from <c>acme</c>, <c>acme.zendesk.com</c> or <c>https://acme.zendesk.com/…</c>.</summary>
    /// <param name="text">What was given. Nothing is trimmed.</param>
    /// <returns>The subdomain: one host label of letters, digits and hyphens.</returns>
    /// <exception cref="FormatException">It is none of the three. The message does not repeat it.</exception>
    public static string Parse(string? text) => TryParse(text, out var subdomain) ? subdomain : throw new FormatException(Rule);

    /// <summary>Reads the subdomain, in lower case, from <c>acme</c>, <c>acme.zendesk.com</c> or <c>https://acme.zendesk.com/…</c>.</summary>
    /// <param name="text">What was given. Nothing is trimmed.</param>
    /// <param name="subdomain">The subdomain: one host label of letters, digits and hyphens.</param>
    /// <returns>False where it is none of the three.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out string? subdomain)
    {
        var host = text.AsSpan();
        if (host.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            // An address needs the whole name: 'https://acme/' is another host.
            host = host[Scheme.Length..];
            var slash = host.IndexOf('/');
            if (slash >= 0 && !IsHarmless(host[slash..]))
            {
                host = [];
            }

            host = slash < 0 || host.IsEmpty ? host : host[..slash];
            host = host.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) ? host[..^Suffix.Length] : [];
        }
        else if (host.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase))
        {
            host = host[..^Suffix.Length];
        }

        subdomain = IsLabel(host) ? host.ToString().ToLowerInvariant() : null;
        return subdomain is not null;
    }

    // The path is dropped, but what is not even an address was not copied from a browser.
    private static bool IsHarmless(ReadOnlySpan<char> path) => !path.ContainsAnyExceptInRange('!', '~') && !path.Contains('\\');

    private static bool IsLabel(ReadOnlySpan<char> text)
    {
        // No hyphens in both the third and the fourth place: those names say something else than they show (RFC 5891, section 4.2.3.1).
        if (text.Length is 0 or > LongestLabel || text[0] == '-' || text[^1] == '-' || (text.Length > 3 && text[2] == '-' && text[3] == '-'))
        {
            return false;
        }

        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '-')
            {
                return false;
            }
        }

        return true;
    }
}
