using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace AuthProfiles.Samples.Pages;

/// <summary>What every page of the samples has around it. It runs no script and loads nothing from anywhere.</summary>
public static class PageFrame
{
    /// <summary>Renders a page.</summary>
    /// <param name="title">The title.</param>
    /// <param name="style">The style sheet, which is the program's own text.</param>
    /// <param name="body">Adds what is in the body.</param>
    /// <returns>The page as UTF-8, and the headers that it is sent with.</returns>
    public static (byte[] Bytes, IReadOnlyList<KeyValuePair<string, StringValues>> Headers) Render(string title, string style, Action<HtmlText> body)
    {
        ArgumentNullException.ThrowIfNull(style);
        ArgumentNullException.ThrowIfNull(body);
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var head = new HtmlText();
        head.Add($"<!DOCTYPE html>");
        head.Add($"<html lang=\"en\">");
        head.Add($"<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title><style nonce=\"{nonce}\">");
        var inside = new HtmlText();
        body(inside);
        return (
            Encoding.UTF8.GetBytes($"{head}{style}</style></head>\n<body>\n{inside}</body></html>\n"),
            [
                new("Content-Type", "text/html; charset=utf-8"),

                // Not form-action: browsers hold it against the address that a form's answer redirects to, and consent ends at the application's.
                new("Content-Security-Policy", $"default-src 'none'; style-src 'nonce-{nonce}'; base-uri 'none'; frame-ancestors 'none'"),
                new("X-Frame-Options", "DENY"),
                new("X-Content-Type-Options", "nosniff"),
                new("Referrer-Policy", "no-referrer"),
                new("Cache-Control", "no-store"),
            ]);
    }
}
