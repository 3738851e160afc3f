using System.Text;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Streaming;

namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

internal sealed class ChunkReaderTests
{
    private const string Start = "{\"choices\":[{\"content_filter_results\":{},\"delta\":{\"content\":\"";
    private const string Middle = "\"},\"finish_reason\":null,\"index\":0}],\"id\":\"c1\",\"obfuscation\":\"";
    private const string End = "\",\"object\":\"chat.completion.chunk\"}";

    [TestCase("Hello", "x")]
    [TestCase("", "")]
    [TestCase("a \\\"quoted\\\" \\\\ \\u00fc\\n", "\\\"")]
    [TestCase("\\ud83d\\ude00 ü 😀", "ü")]
    public void A_chunk_that_differs_in_its_texts_alone_is_read_as_any_other(string text, string noise)
    {
        var chunk = Bytes(Start + text + Middle + noise + End);
        Assert.That(Read(Learned(), chunk), Is.EqualTo(Read(new(null), chunk)).And.EqualTo($"Chunk '{JsonDocument.Parse($"\"{text}\"").RootElement}'  0  {{}}"));
    }

    [Test]
    public void Such_a_chunk_costs_its_text_alone()
    {
        var reader = Learned();
        var chunk = Bytes(Start + "1234" + Middle + "yz" + End);
        Read(reader, chunk);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            reader.Read(chunk);
            reader.Updates.TryTake(out _);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.EqualTo(100 * 32));
    }

    [TestCase(Start + "a\u0001" + Middle + "x" + End)]
    [TestCase(Start + "\\ud800" + Middle + "x" + End)]
    [TestCase(Start + "a\\x" + Middle + "x" + End)]
    [TestCase(Start + "a")]
    [TestCase(Start + "a" + Middle + "x" + End + "}")]
    public void A_text_that_is_none_is_refused(string chunk)
    {
        var refused = Read(new(null), Bytes(chunk));
        Assert.That((refused.Contains("Exception", StringComparison.Ordinal), Read(Learned(), Bytes(chunk))), Is.EqualTo((true, refused)));
    }

    [TestCase("\"content\":\"a\",\"content\":\"b\"", "b")]
    [TestCase("\"content\":\"a\",\"content\":null", null)]
    public void A_text_that_comes_twice_is_read_each_time(string members, string? text)
    {
        var reader = new ChunkReader(null);
        var chunk = Bytes("{\"choices\":[{\"delta\":{" + members + "}}]}");
        for (var i = 0; i < 3; i++)
        {
            reader.Read(chunk);
            Assert.That((reader.Updates.TryTake(out var update), update.Text), Is.EqualTo((true, text)));
        }
    }

    [Test]
    public void What_was_read_before_never_changes_what_a_damaged_chunk_means()
    {
        byte[][] originals =
        [
            Bytes(Start + "Hello" + Middle + "x" + End),
            .. CannedStreams.Whole.Values.SelectMany(text => text.Split("\n\n")).Where(line => line.StartsWith("data: {", StringComparison.Ordinal)).Select(line => Bytes(line[6..])),
        ];
        var differences = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var random = new Random(i);
            var original = originals[random.Next(originals.Length)];
            var damaged = new StreamMutator(random, [original]).Next();
            var reader = new ChunkReader(null);
            Read(reader, original);
            var (read, alone) = (Read(reader, damaged), Read(new(null), damaged));
            Assert.That(read, Is.EqualTo(alone), Encoding.Latin1.GetString(damaged));
            differences += alone.Contains("Exception", StringComparison.Ordinal) ? 0 : 1;
        }

        Assert.That(differences, Is.GreaterThan(500));
    }

    private static ChunkReader Learned()
    {
        var reader = new ChunkReader(null);
        Read(reader, Bytes(Start + "first" + Middle + "y" + End));
        return reader;
    }

    private static string Read(ChunkReader reader, byte[] chunk)
    {
        try
        {
            var shown = new StringBuilder().Append(reader.Read(chunk));
            while (reader.Updates.TryTake(out var update))
            {
                shown.Append(" '").Append(update.Text).Append("' ").Append(update.ToolCall).Append(' ').Append(update.ChoiceIndex).Append(' ').Append(update.FinishReason).Append(' ').Append(update.ContentFilter)
                    .Append(update.Usage?.TotalTokens).Append(update.Refusal).Append(string.Join(',', update.AdditionalProperties.Keys.Order()));
            }

            return shown.ToString();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return exception.GetType().Name;
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
