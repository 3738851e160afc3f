using System.Globalization;
using System.Text;

namespace AuthProfiles.Security.Tests.Hostile.Wire;

/// <summary>A request as its bytes were. It is divided at CR LF alone, so that any other line end stays in its line and shows.</summary>
internal sealed record RawMessage(bool IsEncrypted, string Line, IReadOnlyList<(string Name, byte[] Value)> Headers, byte[] Body)
{
    public string Method => Line.Split(' ')[0];

    public string Target => Line.Split(' ')[1];

    public string BodyText => Encoding.UTF8.GetString(Body);

    public static async Task<RawMessage?> ReadAsync(Stream stream, bool isEncrypted, CancellationToken cancellationToken)
    {
        if (await LineAsync(stream, cancellationToken) is not { } line)
        {
            return null;
        }

        var headers = new List<(string, byte[])>();
        while (await LineAsync(stream, cancellationToken) is { Length: > 0 } header)
        {
            var colon = Array.IndexOf(header, (byte)':');
            headers.Add((Encoding.Latin1.GetString(header, 0, Math.Max(colon, 0)), header[Math.Min(colon + 2, header.Length)..]));
        }

        var head = new RawMessage(isEncrypted, Encoding.Latin1.GetString(line), headers, []);
        return head with { Body = await BodyAsync(head, stream, cancellationToken) };
    }

    /// <summary>Returns the values of all headers of a name, in their order.</summary>
    public IReadOnlyList<string> All(string name) =>
        [.. Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(static header => Encoding.Latin1.GetString(header.Value))];

    private static async Task<byte[]> BodyAsync(RawMessage head, Stream stream, CancellationToken cancellationToken)
    {
        if (head.All("Transfer-Encoding").Count == 0)
        {
            var body = new byte[int.Parse(head.All("Content-Length").SingleOrDefault("0"), CultureInfo.InvariantCulture)];
            await stream.ReadExactlyAsync(body, cancellationToken);
            return body;
        }

        using var whole = new MemoryStream();
        while (true)
        {
            var size = int.Parse(Encoding.ASCII.GetString((await LineAsync(stream, cancellationToken))!), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var chunk = new byte[size];
            await stream.ReadExactlyAsync(chunk, cancellationToken);
            await LineAsync(stream, cancellationToken);
            if (size == 0)
            {
                return whole.ToArray();
            }

            whole.Write(chunk);
        }
    }

    private static async Task<byte[]?> LineAsync(Stream stream, CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken) == 1)
        {
            line.Add(one[0]);
            if (line.Count > 1 && line[^2] == '\r' && line[^1] == '\n')
            {
                return [.. line.Take(line.Count - 2)];
            }
        }

        return null;
    }
}
