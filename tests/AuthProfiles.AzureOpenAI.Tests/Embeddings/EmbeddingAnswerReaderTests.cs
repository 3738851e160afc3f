using System.Globalization;
using System.Text;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Embeddings;

namespace AuthProfiles.AzureOpenAI.Tests.Embeddings;

internal sealed class EmbeddingAnswerReaderTests
{
    private const int Dimensions = 1536;
    private const int Count = 40;

    [TestCase(1)]
    [TestCase(1000)]
    [TestCase(16384)]
    [TestCase(int.MaxValue)]
    public void An_answer_larger_than_the_buffer_comes_out_whole_whatever_its_pieces(int piece)
    {
        var utf8 = Encoding.UTF8.GetBytes(EmbeddingAnswer.Json(Enumerable.Range(0, Count), Dimensions));
        var (reader, vectors) = Read(utf8, piece, Count);
        Assert.Multiple(() =>
        {
            Assert.That((reader.Model, reader.Usage), Is.EqualTo(("text-embedding-3-small", new EmbeddingUsage { PromptTokens = 8, TotalTokens = 8 })));
            for (var index = 0; index < Count; index++)
            {
                Assert.That(vectors[index].ToArray(), Is.EqualTo(EmbeddingAnswer.Vector(index, Dimensions)));
            }
        });
    }

    [Test]
    public void Numbers_larger_than_the_buffer_come_out_whole()
    {
        var vector = EmbeddingAnswer.Vector(3, 30_000);
        var text = string.Join(", ", vector.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
        var (_, vectors) = Read(Encoding.UTF8.GetBytes($$"""{"data":[{"index":1,"embedding":[{{text}}]},{"embedding":[{{text}}],"index":0}]}"""), 5000, 2);
        Assert.That((vectors[0].ToArray(), vectors[1].ToArray()), Is.EqualTo((vector, vector)));
    }

    [Test]
    public void A_byte_order_mark_is_no_part_of_an_answer()
    {
        byte[] utf8 = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(EmbeddingAnswer.Json(Enumerable.Range(0, Count), Dimensions))];
        Assert.That(Read(utf8, 4096, Count).Vectors[Count - 1].ToArray(), Is.EqualTo(EmbeddingAnswer.Vector(Count - 1, Dimensions)));
    }

    [Test]
    public void A_vector_without_end_is_given_up() => Assert.That(
        () => Read(Encoding.UTF8.GetBytes("{\"data\":[{\"embedding\":\"" + new string('A', 20_000_000)), 1 << 20, 1), Throws.InstanceOf<JsonException>());

    [Test]
    public void A_small_answer_makes_nobody_allocate_a_large_block()
    {
        var utf8 = Encoding.UTF8.GetBytes($$"""{"data":[{"index":0,"embedding":"{{EmbeddingAnswer.Base64(new float[20_000])}}"}]}""");
        Assert.That(() => Read(utf8, int.MaxValue, 2048), Throws.InstanceOf<JsonException>().With.Message.Contains("longer than any"));
    }

    [Test]
    public void Unknown_members_are_kept_up_to_an_end()
    {
        string Answer(int length) => $$"""{"data":[{"embedding":[1]}],"warning":"{{new string('w', length)}}"}""";
        Assert.Multiple(() =>
        {
            Assert.That(Read(Encoding.UTF8.GetBytes(Answer(200_000)), 999, 1).Reader.AdditionalProperties["warning"].GetString(), Has.Length.EqualTo(200_000));
            Assert.That(() => Read(Encoding.UTF8.GetBytes(Answer(300_000)), 999, 1), Throws.InstanceOf<JsonException>());
        });
    }

    [TestCase("{\"data\":[{\"embedding\":[1,2]},{\"embedding\":[1]}]}")]
    [TestCase("{\"data\":[{\"embedding\":[1]},{\"embedding\":[1]}]} x")]
    [TestCase("{\"data\":[{\"embedding\":[1]},{\"embedding\":[1]}]}{}")]
    [TestCase("{\"data\":[{\"embedding\":[1]},{\"embedding\":[1]}]")]
    [TestCase("[]")]
    [TestCase("")]
    public void What_is_no_answer_is_refused_wherever_it_is_cut(string json)
    {
        for (var piece = 1; piece < 8; piece++)
        {
            var size = piece;
            Assert.That(() => Read(Encoding.UTF8.GetBytes(json), size, 2), Throws.InstanceOf<JsonException>());
        }
    }

    private static (EmbeddingAnswerReader Reader, ReadOnlyMemory<float>[] Vectors) Read(byte[] utf8, int piece, int count)
    {
        var block = new VectorBlock(count);
        using var reader = new EmbeddingAnswerReader(block);
        for (var position = 0; position < utf8.Length;)
        {
            var memory = reader.GetMemory();
            var length = Math.Min(Math.Min(piece, memory.Length), utf8.Length - position);
            utf8.AsMemory(position, length).CopyTo(memory);
            reader.Advance(length);
            position += length;
        }

        reader.Complete();
        var vectors = new ReadOnlyMemory<float>[count];
        block.CopyTo(vectors);
        return (reader, vectors);
    }
}
