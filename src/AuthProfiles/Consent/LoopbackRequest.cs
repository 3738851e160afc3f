using System.Text;

namespace AuthProfiles.Consent;

/// <summary>The little that is read of a request to loopback.</summary>
/// <param name="Path">The path as it was written.</param>
/// <param name="Query">The query without its question mark, as it was written.</param>
/// <param name="Host">What the Host header says.</param>
internal sealed record LoopbackRequest(string Path, string Query, string? Host)
{
    /// <summary>The most that is read: a query of 16 KiB and the headers of a browser.</summary>
    private const int Longest = 32 * 1024;

    /// <summary>Reads a GET request up to the end of its headers.</summary>
    /// <returns>The request, or null where it is another one, none, or too long.</returns>
    public static async ValueTask<LoopbackRequest?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[Longest];
        for (var length = 0; length < Longest;)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            length += read;
            var end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                return Parse(Encoding.Latin1.GetString(buffer, 0, end).Split("\r\n"));
            }

            if (read == 0)
            {
                return null;
            }
        }

        return null;
    }

    private static LoopbackRequest? Parse(string[] lines)
    {
        if (lines[0].Split(' ') is not ["GET", ['/', ..] target, "HTTP/1.1" or "HTTP/1.0"])
        {
            return null;
        }

        var query = target.IndexOf('?', StringComparison.Ordinal);
        var hosts = lines.Skip(1).Where(static line => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase)).ToArray();
        return new(
            query < 0 ? target : target[..query],
            query < 0 ? string.Empty : target[(query + 1)..],
            hosts is [var host] ? host["Host:".Length..].Trim() : null);
    }
}
