using System.Text;
using AuthProfiles.AzureOpenAI.Streaming;

namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

/// <summary>The format as the HTML standard has it, whole and in pieces of any size.</summary>
internal sealed class EventParserTests
{
    [TestCase("data: a\n\n", "|a")]
    [TestCase("data:a\n\n", "|a")]
    [TestCase("data:  a\n\n", "| a")]
    [TestCase("data: a\r\rdata: b\r\r", "|a", "|b")]
    [TestCase("data: a\r\n\r\ndata: b\r\n\r\n", "|a", "|b")]
    [TestCase("data: a\r\n\ndata: b\n\r\n", "|a", "|b")]
    [TestCase("data: a\ndata: b\n\n", "|a\nb")]
    [TestCase("data: a\r\ndata\r\ndata: b\r\n\r\n", "|a\n\nb")]
    [TestCase("event: error\ndata: x\n\ndata: y\n\n", "error|x", "|y")]
    [TestCase("event: x\n\n", "x|")]
    [TestCase("event: x\nevent: yz\ndata: a\n\n", "yz|a")]
    [TestCase("data: a\nevent: x\n\ndata: b\n\n", "x|a", "|b")]
    [TestCase("data: {\"code\":\"server_error\",\nevent: error\ndata: \"message\":\"something long\"}\n\n", "error|{\"code\":\"server_error\",\n\"message\":\"something long\"}")]
    [TestCase("data: a\nevent: error\ndata: much longer\ndata: b\n\ndata: c\ndata: d\n\n", "error|a\nmuch longer\nb", "|c\nd")]
    [TestCase("event: x\ndata: a\nevent: yz\ndata: bcdefgh\nevent: xyz\ndata: i\n\n", "xyz|a\nbcdefgh\ni")]
    [TestCase("event: x\ndata: a\nevent:\ndata: bcdefgh\n\nevent: y\ndata: c\n\n", "|a\nbcdefgh", "y|c")]
    [TestCase("data: a\r\nevent: x\r\ndata: bcdefgh", "x|a\nbcdefgh")]
    [TestCase(": comment\nid: 7\nretry: 10\ndata: a\n\n", "|a")]
    [TestCase(":data: a\n\n")]
    [TestCase("data\n\n")]
    [TestCase("Data: a\ndatas: b\n\n")]
    [TestCase("\n\r\n \tdata: a\n\n", "|a")]
    [TestCase("\uFEFFdata: a\n\n", "|a")]
    [TestCase("\uFEFF\uFEFFdata: a\n\ndata: b\n\n", "|b")]
    [TestCase("data: a\n\n\uFEFFdata: b\n\n", "|a")]
    [TestCase("data: a", "|a")]
    [TestCase("data: a\r", "|a")]
    [TestCase("data: a\ndata: b\n", "|a\nb")]
    [TestCase("")]
    public void Events_are_cut_out_of_bytes_however_they_come(string text, params string[] events)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var size in new[] { bytes.Length + 1, 1, 2, 3 })
        {
            using var parser = new EventParser();

            Assert.That(Read(parser, bytes, size), Is.EqualTo(events), $"In pieces of {size}.");
        }
    }

    [TestCase("", true)]
    [TestCase(": alive\n", true)]
    [TestCase("data\n", true)]
    [TestCase("event: x\n", true)]
    [TestCase("id: 1\n", true)]
    [TestCase("retry: 1\n", true)]
    [TestCase("<html>\n", false)]
    [TestCase("Data: x\n", false)]
    public void A_line_of_the_format_or_nothing_at_all_is_a_stream(string text, bool isStream)
    {
        using var parser = new EventParser();
        Read(parser, Encoding.UTF8.GetBytes(text), 1);

        Assert.That((parser.IsStream, parser.IsJson), Is.EqualTo((isStream, false)));
    }

    [TestCase("{\"error\":1}")]
    [TestCase(" \r\n{\"error\":1}")]
    [TestCase("\uFEFF{\"error\":1}")]
    [TestCase("\uFEFF \n{\"error\":1}")]
    public void An_object_is_kept_whole(string text)
    {
        using var parser = new EventParser();

        Assert.That(Read(parser, Encoding.UTF8.GetBytes(text), 1), Is.Empty);
        Assert.That((parser.IsJson, Encoding.UTF8.GetString(parser.Kept)), Is.EqualTo((true, "{\"error\":1}")));
    }

    [TestCase(700)]
    [TestCase(5_000)]
    [TestCase(100_000)]
    public void Names_and_data_outlast_what_is_moved_to_make_room(int size)
    {
        var text = new StringBuilder();
        var expected = new List<string>();
        for (var i = 0; i < 100; i++)
        {
            var data = new string((char)('a' + (i % 26)), i * 97);
            text.Append("event: n").Append(i).Append("\ndata: ").Append(data).Append("\r\n: alive\r\ndata: tail\r\n\r\n");
            expected.Add($"n{i}|{data}\ntail");
        }

        using var parser = new EventParser();

        Assert.That(Read(parser, Encoding.UTF8.GetBytes(text.ToString()), size), Is.EqualTo(expected));
    }

    [Test]
    public void What_counts_for_nothing_never_fills_the_room()
    {
        using var parser = new EventParser(longest: 1_000);
        var lines = string.Concat(Enumerable.Repeat(": alive\nid: 1\n", 1_000));

        Assert.That(Read(parser, Encoding.UTF8.GetBytes(lines + "data: a\n\n"), 100), Is.EqualTo(new[] { "|a" }));
    }

    [Test]
    public void An_event_that_is_too_long_finds_no_more_room()
    {
        using var parser = new EventParser(longest: 1_000);
        Fill(parser, Encoding.UTF8.GetBytes("data: " + new string('x', 993)));
        Assert.That((parser.TryRead(out _), parser.GetMemory().Length), Is.EqualTo((false, 1)));
        Fill(parser, "x"u8.ToArray());

        Assert.That((parser.TryRead(out _), parser.GetMemory().Length), Is.EqualTo((false, 0)));
    }

    private static List<string> Read(EventParser parser, byte[] bytes, int size)
    {
        var events = new List<string>();
        for (var start = 0; start < bytes.Length;)
        {
            var count = Math.Min(Math.Min(size, bytes.Length - start), parser.GetMemory().Length);
            Assert.That(count, Is.Positive, "There is no more room.");
            Fill(parser, bytes.AsSpan(start, count).ToArray());
            start += count;
            Take(parser, events);
        }

        parser.Advance(0);
        Take(parser, events);
        return events;
    }

    private static void Fill(EventParser parser, byte[] piece)
    {
        piece.CopyTo(parser.GetMemory());
        parser.Advance(piece.Length);
    }

    private static void Take(EventParser parser, List<string> events)
    {
        while (parser.TryRead(out var found))
        {
            events.Add($"{Encoding.UTF8.GetString(found.Name)}|{Encoding.UTF8.GetString(found.Data)}");
        }
    }
}
