using System.Globalization;
using System.Text;

namespace AuthProfiles.Consent;

/// <summary>The two answers that loopback gives. Nothing of a request is ever in them, nor do they load anything.</summary>
internal static class LoopbackPage
{
    public static readonly ReadOnlyMemory<byte> Accepted = Make("200 OK", "You can close this page and go back to the program.");

    public static readonly ReadOnlyMemory<byte> NotFound = Make("404 Not Found", "Nothing is here.");

    // The address of the page has the code in it, and goes nowhere from here.
    private static byte[] Make(string status, string text)
    {
        var page = $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>AuthProfiles</title></head><body><p>{text}</p></body></html>";
        var head = string.Join(
            "\r\n",
            $"HTTP/1.1 {status}",
            "Content-Type: text/html; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"Content-Length: {page.Length}"),
            "Cache-Control: no-store",
            "Referrer-Policy: no-referrer",
            "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options: nosniff",
            "Connection: close",
            string.Empty,
            string.Empty);
        return Encoding.ASCII.GetBytes(head + page);
    }
}
