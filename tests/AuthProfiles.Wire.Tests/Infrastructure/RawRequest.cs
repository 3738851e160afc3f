using System.Globalization;
using System.Text;

namespace AuthProfiles.Infrastructure;

/// <summary>A request as its bytes were (Latin-1), with a chunked body put together.</summary>
internal sealed record RawRequest(string Line, IReadOnlyList<string> Headers, byte[] Body)
{
    public string Text => string.Join("\r\n", [Line, .. Headers, Encoding.UTF8.GetString(Body)]);

    public IReadOnlyList<string> HeaderLines(string name) =>
        [.. Headers.Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))];

    public string? Header(string name) => HeaderLines(name) is [var line] ? line[(name.Length + 1)..].Trim() : null;

    /// <summary>Returns null at the end of the connection.</summary>
    public static async Task<RawRequest?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (await LineAsync(stream, cancellationToken) is not { Length: > 0 } line)
        {
            return null;
        }

        var headers = new List<string>();
        while (await LineAsync(stream, cancellationToken) is { Length: > 0 } header)
        {
            headers.Add(header);
        }

        var head = new RawRequest(line, headers, []);
        if (head.Header("Transfer-Encoding") == "chunked")
        {
            return head with { Body = await ChunksAsync(stream, cancellationToken) };
        }

        var body = new byte[int.Parse(head.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return head with { Body = body };
    }

    private static async Task<byte[]> ChunksAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        while (true)
        {
            var length = int.Parse((await LineAsync(stream, cancellationToken))!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var chunk = new byte[length];
            await stream.ReadExactlyAsync(chunk, cancellationToken);
            await LineAsync(stream, cancellationToken);
            if (length == 0)
            {
                return whole.ToArray();
            }

            whole.Write(chunk);
        }
    }

    private static async Task<string?> LineAsync(Stream stream, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken) == 1)
        {
            if (one[0] == '\n' && line.Length > 0 && line[^1] == '\r')
            {
                return line.ToString(0, line.Length - 1);
            }

            line.Append((char)one[0]);
        }

        return null;
    }
}
