using System.Net.Sockets;
using System.Text;

namespace AuthProfiles.Security.Tests.Hostile.Wire;

/// <summary>A browser of the test's own that parses nothing: it sends the bytes it is given, and returns the bytes that come back.</summary>
internal static class RawWebClient
{
    /// <summary>Asks in HTTP/1.0, whose answers come in one piece.</summary>
    public static Task<string> GetAsync(Uri server, string target) => SendAsync(server, $"GET {target} HTTP/1.0\r\nHost: {server.Authority}\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

    public static Task<string> PostAsync(Uri server, string target, string cookies, string form) => SendAsync(
        server,
        $"POST {target} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: text/html\r\nConnection: close\r\nCookie: {cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}");

    /// <summary>Returns the lines of an answer's head, divided at CR LF alone.</summary>
    public static string[] Head(string answer) => answer[..answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n");

    /// <summary>Returns the values of all headers of a name.</summary>
    public static string[] All(string answer, string name) =>
        [.. Head(answer).Where(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase)).Select(line => line[(name.Length + 2)..])];

    private static async Task<string> SendAsync(Uri server, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer);
        return Encoding.Latin1.GetString(answer.ToArray());
    }
}
