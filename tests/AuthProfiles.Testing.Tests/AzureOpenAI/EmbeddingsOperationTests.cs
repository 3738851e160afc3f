using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.AzureOpenAI;

public sealed class EmbeddingsOperationTests
{
    private LocalServices _local = null!;

    [SetUp]
    public void Start() => _local = new LocalServices();

    [TearDown]
    public async Task StopAsync() => await _local.DisposeAsync();

    [TestCase("My printer is on fire, please help", "Please help! The printer is on fire.", "I would like an invoice for the last three months")]
    [TestCase("Login fails with error 403 since this morning", "Since this morning login fails: error 403", "The parcel arrived with a broken box")]
    [TestCase("Ich kann mich nicht anmelden, das Passwort wird abgelehnt", "Anmelden geht nicht, mein Passwort wird abgelehnt", "Wann wird meine Bestellung geliefert?")]
    [TestCase("請求書を再発行してください", "請求書の再発行をお願いします", "パスワードを忘れました")]
    public async Task Near_duplicates_are_nearer_than_strangers(string text, string duplicate, string stranger)
    {
        var vectors = await EmbedAsync(text, duplicate, stranger);

        Assert.That(Cosine(vectors[0], vectors[1]), Is.GreaterThan(Cosine(vectors[0], vectors[2]) + 0.2f));
    }

    [Test]
    public async Task Rewording_stays_above_and_strangers_stay_below_a_common_threshold()
    {
        var vectors = await EmbedAsync("My printer is on fire, please help", "Please help! The printer is on fire.", "I would like an invoice for the last three months");

        Assert.That(Cosine(vectors[0], vectors[1]), Is.GreaterThan(0.85f));
        Assert.That(Cosine(vectors[0], vectors[2]), Is.LessThan(0.3f));
    }

    [Test]
    public async Task Vectors_have_length_one_and_1536_dimensions_and_are_the_same_every_time()
    {
        var first = (await EmbedAsync("The printer is on fire"))[0];
        var second = (await EmbedAsync("The printer is on fire"))[0];

        Assert.That(first, Has.Length.EqualTo(1536));
        Assert.That(Cosine(first, first), Is.EqualTo(1f).Within(1e-4f));
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task Base64_and_numbers_say_the_same()
    {
        var body = new JsonObject { ["model"] = "e", ["input"] = "The printer is on fire", ["dimensions"] = 16 };
        var numbers = ((JsonArray)(await SendAsync(body))["data"]![0]!["embedding"]!).Select(value => (float)value!).ToArray();
        body["encoding_format"] = "base64";
        var bytes = Convert.FromBase64String((string)(await SendAsync(body))["data"]![0]!["embedding"]!);

        Assert.That(MemoryMarshal.Cast<byte, float>(bytes).ToArray(), Is.EqualTo(numbers));
        Assert.That(numbers, Has.Length.EqualTo(16));
    }

    [TestCase("{\"model\":\"e\"}")]
    [TestCase("{\"model\":\"e\",\"input\":[]}")]
    [TestCase("{\"model\":\"e\",\"input\":\"\"}")]
    [TestCase("{\"model\":\"e\",\"input\":[\"a\",1]}")]
    [TestCase("{\"model\":\"e\",\"input\":\"a\",\"dimensions\":0}")]
    [TestCase("{\"model\":\"e\",\"input\":\"a\",\"encoding_format\":\"hex\"}")]
    public async Task A_bad_body_is_refused(string body)
    {
        using var response = await PostAsync(JsonNode.Parse(body)!);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task More_than_2048_inputs_are_refused()
    {
        using var response = await PostAsync(new JsonObject { ["model"] = "e", ["input"] = new JsonArray([.. Enumerable.Repeat(0, 2049).Select(_ => JsonValue.Create("a"))]) });

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private static float Cosine(float[] left, float[] right) => left.Zip(right, (a, b) => a * b).Sum();

    private async Task<float[][]> EmbedAsync(params string[] texts)
    {
        var answer = await SendAsync(new JsonObject { ["model"] = "e", ["input"] = new JsonArray([.. texts.Select(text => JsonValue.Create(text))]) });
        return [.. ((JsonArray)answer["data"]!).Select(item => ((JsonArray)item!["embedding"]!).Select(value => (float)value!).ToArray())];
    }

    private async Task<JsonObject> SendAsync(JsonObject body)
    {
        using var response = await PostAsync(body);
        return await response.JsonAsync();
    }

    private async Task<HttpResponseMessage> PostAsync(JsonNode body)
    {
        using var client = _local.Client();
        var request = Wire.Request(HttpMethod.Post, "https://any.openai.azure.com/openai/v1/embeddings", body);
        request.Headers.Add("api-key", "k");
        return await client.SendAsync(request);
    }
}
