using System.Text;

namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

/// <summary>Damages streams: bytes, lines, whole parts, and JSON within JSON.</summary>
internal sealed class StreamMutator(Random random, byte[][] originals)
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "\r", "\n", "\r\n", "\n\n", "data:", "event: error\n", "event:", ":", "{", "}", "[", "]", "\"", "\\", "\\u", "\\ud83d", ",", "null", "true", "-1", "1e999", "99999999999999999999", "\uFEFF", "\0",
            "data: [DONE]\n\n", "\"choices\":", "\"delta\":{", "\"index\":127,", "\"index\":2147483647,", "\"finish_reason\":\"stop\",", "\"error\":{},", "\"tool_calls\":[{}],", "\"usage\":{},",
        }.Select(Encoding.UTF8.GetBytes),
        [0xC3], [0xFF, 0xFE], [0xE2, 0x82],
    ];

    public byte[] Next()
    {
        List<byte> body = [.. Pick(originals)];
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            Damage(body);
        }

        return [.. body];
    }

    private void Damage(List<byte> body)
    {
        var at = random.Next(body.Count + 1);
        var length = Math.Min(random.Next(1, random.Next(4) == 0 ? 600 : 8), body.Count - at);
        switch (random.Next(9))
        {
            case 0 when length > 0:
                body[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when length > 0:
                body[at] = (byte)random.Next(256);
                break;
            case 2:
                body.RemoveRange(at, length);
                break;
            case 3 when random.Next(3) == 0:
                body.RemoveRange(at, body.Count - at);
                break;
            case 4:
                body.InsertRange(at, body.GetRange(at, length));
                break;
            case 5:
                Splice(body, at);
                break;
            case 6:
                body.InsertRange(at, Encoding.UTF8.GetBytes(new string(random.Next(2) == 0 ? '[' : '{', random.Next(1, 200))));
                break;
            case 7:
                SwapEvents(body);
                break;
            default:
                body.InsertRange(at, Pick(Pieces));
                break;
        }
    }

    private void Splice(List<byte> body, int at)
    {
        var other = Pick(originals);
        var from = random.Next(other.Length + 1);
        body.InsertRange(at, other[from..random.Next(from, other.Length + 1)]);
    }

    // Another order of the same events: ends before beginnings, two streams in one.
    private void SwapEvents(List<byte> body)
    {
        var events = Encoding.Latin1.GetString([.. body]).Split("\n\n");
        var (one, two) = (random.Next(events.Length), random.Next(events.Length));
        (events[one], events[two]) = (events[two], events[one]);
        body.Clear();
        body.AddRange(Encoding.Latin1.GetBytes(string.Join("\n\n", events)));
    }

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
