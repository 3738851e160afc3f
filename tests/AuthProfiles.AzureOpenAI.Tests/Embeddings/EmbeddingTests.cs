using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Embeddings;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Embeddings;

internal sealed class EmbeddingTests
{
    private static readonly float[] Vector = [.. Enumerable.Range(0, 3072).Select(position => MathF.Sin(position) / 20), float.MaxValue, float.Epsilon, -0f, 0.1f];

    [Test]
    public async Task Texts_go_out_and_base64_is_asked_for() => Assert.That(
        await SentAsync(new EmbeddingRequest("a", "ü\"")), Is.EqualTo("""{"input":["a","ü\""],"encoding_format":"base64"}"""));

    [Test]
    public async Task Tokens_go_out_as_arrays() => Assert.That(
        await SentAsync(EmbeddingRequest.OfTokens([1, 2], [3])), Is.EqualTo("""{"input":[[1,2],[3]],"encoding_format":"base64"}"""));

    [Test]
    public async Task Every_setting_goes_out_under_its_name()
    {
        var request = new EmbeddingRequest("a", "b") { Dimensions = 256, User = "u-7", InputType = "query", AdditionalProperties = new Dictionary<string, JsonElement> { ["more"] = JsonDocument.Parse("[1]").RootElement } };
        Assert.That(await SentAsync(request), Is.EqualTo("""{"input":["a","b"],"encoding_format":"base64","dimensions":256,"user":"u-7","input_type":"query","more":[1]}"""));
    }

    [Test]
    public async Task Base64_and_numbers_give_the_same_bits()
    {
        var base64 = await ReadAsync(1, $$"""{"data":[{"index":0,"embedding":"{{Base64(Vector)}}"}]}""");
        var numbers = await ReadAsync(1, $$"""{"data":[{"index":0,"embedding":[{{string.Join(',', Vector.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))}}]}]}""");
        var plus = await ReadAsync(1, $$"""{"data":[{"index":0,"embedding":"{{Base64(Vector).Replace("+", "\\u002B", StringComparison.Ordinal)}}"}]}""");
        var escaped = await ReadAsync(1, $$"""{"data":[{"index":0,"embedding":"{{Base64(Vector).Replace("/", "\\/", StringComparison.Ordinal)}}"}]}""");
        Assert.Multiple(() =>
        {
            Assert.That(Bits(base64), Is.EqualTo(Vector.Select(BitConverter.SingleToInt32Bits)));
            Assert.That(Bits(numbers), Is.EqualTo(Bits(base64)));
            Assert.That(Bits(escaped), Is.EqualTo(Bits(base64)));
            Assert.That(Bits(plus), Is.EqualTo(Bits(base64)));
        });
    }

    [Test]
    public async Task Vectors_stand_in_the_order_of_the_texts()
    {
        var result = await ReadAsync(3, """
            {"object":"list","model":"text-embedding-3-small","usage":{"prompt_tokens":7,"total_tokens":8,"x":1},"new":[],
             "data":[{"object":"embedding","index":2,"embedding":[2]},{"embedding":[0],"index":0},{"index":1,"embedding":[1],"more":{}}]}
            """);
        Assert.Multiple(() =>
        {
            Assert.That(result.Vectors.Select(vector => vector.Span[0]), Is.EqualTo(new[] { 0f, 1f, 2f }));
            Assert.That(result.AdditionalProperties.Select(member => $"{member.Key}={member.Value}"), Is.EqualTo(new[] { "new=[]" }));
            Assert.That((result.Model, result.Usage), Is.EqualTo(("text-embedding-3-small", new EmbeddingUsage { PromptTokens = 7, TotalTokens = 8 })));
        });
    }

    [Test]
    public async Task Vectors_without_an_index_are_in_order() => Assert.That(
        (await ReadAsync(2, """{"data":[{"embedding":[5]},{"embedding":[6]}]}""")).Vectors.Select(vector => vector.Span[0]), Is.EqualTo(new[] { 5f, 6f }));

    [TestCase("{}")]
    [TestCase("{\"data\":null}")]
    [TestCase("{\"data\":{}}")]
    [TestCase("{\"data\":[]}")]
    [TestCase("{\"data\":[{\"index\":0,\"embedding\":[1]}]}")]
    [TestCase("{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":0,\"embedding\":[1]}]}")]
    [TestCase("{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":2,\"embedding\":[1]}]}")]
    [TestCase("{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":-1,\"embedding\":[1]}]}")]
    [TestCase("{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":[1]},{\"index\":1,\"embedding\":[1]}]}")]
    [TestCase("{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1}]}")]
    [TestCase("{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":null}]}")]
    [TestCase("{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":[]}]}")]
    [TestCase("{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":\"\"}]}")]
    [TestCase("{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":[\"1\"]}]}")]
    [TestCase("{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":\"AACA\"}]}")]
    [TestCase("{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":\"AACAPw\"}]}")]
    [TestCase("{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":\"AA!APw==\"}]}")]
    [TestCase("{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":\"AAC Pw==\"}]}")]
    [TestCase("{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":[1e400]}]}")]
    public async Task Vectors_that_do_not_match_the_texts_are_a_typed_error(string json)
    {
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => ReadAsync(2, json));
        Assert.That(error!.Kind, Is.EqualTo(AzureOpenAIErrorKind.MalformedAnswer));
    }

    [Test]
    public void There_is_at_least_one_input_and_none_is_nothing() => Assert.Multiple(() =>
    {
        Assert.That(() => new EmbeddingRequest([]), Throws.ArgumentException);
        Assert.That(() => new EmbeddingRequest("a", null!), Throws.ArgumentException);
        Assert.That(() => EmbeddingRequest.OfTokens([]), Throws.ArgumentException);
        Assert.That(() => EmbeddingRequest.OfTokens([1], []), Throws.ArgumentException);
    });

    [TestCase("input")]
    [TestCase("model")]
    [TestCase("encoding_format")]
    [TestCase("dimensions")]
    [TestCase("user")]
    [TestCase("input_type")]
    public async Task A_member_never_goes_out_twice(string name)
    {
        var request = new EmbeddingRequest("a") { Dimensions = 1, User = "u", InputType = "query", AdditionalProperties = new Dictionary<string, JsonElement> { [name] = JsonDocument.Parse("1").RootElement } };
        await Assert.CatchAsync<ArgumentException>(() => ServiceStub.Answering("{}").Client().EmbedAsync(request));
    }

    private static string Base64(float[] vector) => Convert.ToBase64String(MemoryMarshal.AsBytes(vector.AsSpan()));

    private static IEnumerable<int> Bits(EmbeddingResult result) => [.. result.Vectors.Single().ToArray().Select(BitConverter.SingleToInt32Bits)];

    private static Task<EmbeddingResult> ReadAsync(int count, string json) =>
        ServiceStub.Answering(json).Client().EmbedAsync([.. Enumerable.Repeat("text", count)]);

    private static async Task<string> SentAsync(EmbeddingRequest request)
    {
        var data = string.Join(',', Enumerable.Range(0, request.Count).Select(index => $$"""{"index":{{index}},"embedding":[1]}"""));
        var stub = ServiceStub.Answering($$"""{"data":[{{data}}]}""");
        await stub.Client().EmbedAsync(request);
        return stub.Body;
    }
}
