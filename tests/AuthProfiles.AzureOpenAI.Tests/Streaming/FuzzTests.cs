using System.Text;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

/// <summary>Streams that were damaged at random.</summary>
internal sealed class FuzzTests
{
    private const int Seed = 20_261_121;

    private static readonly byte[][] Originals = [.. CannedStreams.Whole.Values.Concat(CannedStreams.Broken.Values.Select(broken => broken.Text)).Select(Encoding.UTF8.GetBytes)];

    [Test]
    public async Task A_damaged_stream_ends_in_a_value_or_a_typed_error()
    {
        var count = Fuzz.Count;
        var values = 0;
        var kinds = new HashSet<AzureOpenAIErrorKind>();
        for (var i = 0; i < count; i++)
        {
            var random = new Random(Seed + i);
            var body = new StreamMutator(random, Originals).Next();
            var longest = random.Next(4) == 0 ? random.Next(1, 50) : int.MaxValue;
            try
            {
                var read = await Transcript.ReadAsync(ServiceStub.Answering(() => new PiecewiseStream(body, longest)).Client());
                Assert.That(read.Updates, Has.Count.LessThan(body.Length + 1));
                _ = read.Show();
                _ = read.Completion;
                values += read.Error is null ? 1 : 0;
                kinds.UnionWith(read.Error is { } error ? [error.Kind] : []);
            }
            catch (Exception exception) when (exception is not AssertionException)
            {
                Assert.Fail($"Stream {i}, {Convert.ToBase64String(body)}: {exception}");
            }
        }

        // Both ends, or else the damage is too little or too much to prove anything.
        Assert.That((values > count / 50, kinds.Count >= 4), Is.EqualTo((true, true)), $"{values} values; {string.Join(", ", kinds)}.");
        TestContext.Out.WriteLine($"{count} streams: {values} ended whole; the others in {string.Join(", ", kinds)}.");
    }
}
