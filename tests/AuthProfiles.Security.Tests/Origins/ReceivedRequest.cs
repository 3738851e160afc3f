using System.Globalization;
using System.Text;

namespace AuthProfiles.Security.Tests.Origins;

/// <summary>A request as its bytes came, as Latin-1 text.</summary>
internal sealed record ReceivedRequest(string Line, IReadOnlyList<string> Headers, string Body)
{
    public string Method => Line[..Line.IndexOf(' ', StringComparison.Ordinal)];

    /// <summary>Gets path and query as they were sent.</summary>
    public string Target => Line.Split(' ')[1];

    public string? Header(string name) =>
        Headers.FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    /// <summary>Returns null at the end of the connection.</summary>
    public static async Task<ReceivedRequest?> ReadAsync(Stream stream, CancellationToken cancellationToken)
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

        var head = new ReceivedRequest(line, headers, string.Empty);
        var body = head.Header("Transfer-Encoding") is "chunked"
            ? await ChunksAsync(stream, cancellationToken)
            : await BlockAsync(stream, int.Parse(head.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture), cancellationToken);
        return head with { Body = body };
    }

    private static async Task<string> ChunksAsync(Stream stream, CancellationToken cancellationToken)
    {
        var whole = new StringBuilder();
        while (true)
        {
            var length = int.Parse((await LineAsync(stream, cancellationToken))!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            whole.Append(await BlockAsync(stream, length, cancellationToken));
            await LineAsync(stream, cancellationToken);
            if (length == 0)
            {
                return whole.ToString();
            }
        }
    }

    private static async Task<string> BlockAsync(Stream stream, int length, CancellationToken cancellationToken)
    {
        var block = new byte[length];
        await stream.ReadExactlyAsync(block, cancellationToken);
        return Encoding.Latin1.GetString(block);
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
