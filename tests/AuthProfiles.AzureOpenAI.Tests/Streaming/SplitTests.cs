using System.Text;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

internal sealed class SplitTests
{
    private static IEnumerable<string> Names => CannedStreams.Whole.Keys.Concat(CannedStreams.Broken.Keys);

    [TestCaseSource(nameof(Names))]
    public async Task A_stream_split_at_any_byte_is_the_same_stream(string name)
    {
        var body = Encoding.UTF8.GetBytes(CannedStreams.Whole.GetValueOrDefault(name) ?? CannedStreams.Broken[name].Text);
        var cut = 0;
        var client = ServiceStub.Answering(() => new PiecewiseStream(body, cut: cut)).Client();
        var whole = (await Transcript.ReadAsync(client)).Show();
        for (cut = 1; cut < body.Length; cut++)
        {
            var split = (await Transcript.ReadAsync(client)).Show();
            if (split != whole)
            {
                Assert.That(split, Is.EqualTo(whole), $"Split at {cut}.");
            }
        }
    }

    [TestCaseSource(nameof(Names))]
    public async Task A_stream_that_comes_in_small_pieces_is_the_same_stream(string name)
    {
        var body = Encoding.UTF8.GetBytes(CannedStreams.Whole.GetValueOrDefault(name) ?? CannedStreams.Broken[name].Text);
        var whole = (await Transcript.ReadAsync(() => new PiecewiseStream(body))).Show();
        foreach (var size in new[] { 1, 2, 3, 7, 64 })
        {
            Assert.That((await Transcript.ReadAsync(() => new PiecewiseStream(body, longest: size))).Show(), Is.EqualTo(whole), $"Pieces of {size}.");
        }
    }

    [Test]
    public async Task Long_streams_of_odd_pieces_are_the_same_stream()
    {
        var random = new Random(11);
        var text = new StringBuilder(CannedStreams.PromptFilter).Append(CannedStreams.Role);
        var expected = new StringBuilder();
        for (var i = 0; i < 2000; i++)
        {
            var piece = new string((char)('a' + (i % 26)), random.Next(0, i % 50 == 0 ? 30_000 : 40));
            expected.Append(piece);
            text.Append(CannedStreams.Text(piece)).Append(i % 7 == 0 ? ": alive\r\n" : string.Empty);
        }

        var body = Encoding.UTF8.GetBytes(text.Append(CannedStreams.Stop).ToString());
        foreach (var size in new[] { 13, 1400, 16_384, 100_000 })
        {
            var read = await Transcript.ReadAsync(ServiceStub.Answering(() => new PiecewiseStream(body, longest: size)).Client());
            Assert.That(read.Error, Is.Null);
            Assert.That(read.Completion.Text == expected.ToString(), Is.True, $"Pieces of {size}.");
        }
    }
}
