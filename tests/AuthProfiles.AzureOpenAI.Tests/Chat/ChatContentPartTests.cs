using AuthProfiles.AzureOpenAI.Chat;

namespace AuthProfiles.AzureOpenAI.Tests.Chat;

internal sealed class ChatContentPartTests
{
    private static readonly byte[] Bytes = [0xFB, 0xFF, 0xBF, 0x00];

    private static IEnumerable<TestCaseData<ChatContentPart, string>> Parts()
    {
        yield return new("x", """{"type":"text","text":"x"}""");

        // An address is signed as it is written: no escape may be added or taken away.
        yield return new(
            new ChatImagePart("https://a.example/b%20c/%2F?sig=a%2Bb+c&é=1#f"), """{"type":"image_url","image_url":{"url":"https://a.example/b%20c/%2F?sig=a%2Bb+c&é=1#f"}}""");
        yield return new(new ChatImagePart("data:image/png;base64,AAAA") { Detail = "original" }, """{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA","detail":"original"}}""");
        yield return new(new ChatImagePart(Bytes, "image/png") { Detail = "low" }, """{"type":"image_url","image_url":{"url":"data:image/png;base64,+/+/AA==","detail":"low"}}""");
        yield return new(new ChatImagePart(ReadOnlyMemory<byte>.Empty, "image/png"), """{"type":"image_url","image_url":{"url":"data:image/png;base64,"}}""");
        yield return new(new ChatAudioPart(Bytes, "wav"), """{"type":"input_audio","input_audio":{"data":"+/+/AA==","format":"wav"}}""");
        yield return new(new ChatFilePart("file-1"), """{"type":"file","file":{"file_id":"file-1"}}""");
        yield return new(
            new ChatFilePart(Bytes, "application/pdf", "a b.pdf"), """{"type":"file","file":{"filename":"a b.pdf","file_data":"data:application/pdf;base64,+/+/AA=="}}""");
    }

    [TestCaseSource(nameof(Parts))]
    public async Task A_piece_goes_out_as_its_kind_wants(ChatContentPart part, string json) => Assert.That(
        await ChatBodies.SentAsync(new ChatRequest(ChatMessage.User("?", part))),
        Is.EqualTo("""{"messages":[{"role":"user","content":[{"type":"text","text":"?"},""" + json + "]}]}"));

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(12 * 1024)]
    [TestCase((12 * 1024) + 1)]
    [TestCase(100_000)]
    public async Task An_image_of_any_length_arrives_whole(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        var body = await ChatBodies.SentAsync(new ChatRequest(ChatMessage.User(new ChatImagePart(bytes, "image/jpeg"))));
        Assert.That(ChatBodies.Json(body).GetProperty("messages")[0].GetProperty("content")[0].GetProperty("image_url").GetProperty("url").GetString(),
            Is.EqualTo("data:image/jpeg;base64," + Convert.ToBase64String(bytes)));
    }

    [TestCase("")]
    [TestCase("png")]
    [TestCase("image/png,x")]
    [TestCase("image/png;base64,x")]
    [TestCase("image/png\r\nx: y")]
    public void A_media_type_is_one(string mediaType) => Assert.Multiple(() =>
    {
        Assert.That(() => new ChatImagePart(Bytes, mediaType), Throws.ArgumentException);
        Assert.That(() => new ChatFilePart(Bytes, mediaType, "a"), Throws.ArgumentException);
    });

    [Test]
    public void A_piece_has_what_its_kind_wants() => Assert.Multiple(() =>
    {
        Assert.That(() => new ChatImagePart(string.Empty), Throws.ArgumentException);
        Assert.That(() => new ChatAudioPart(Bytes, string.Empty), Throws.ArgumentException);
        Assert.That(() => new ChatFilePart(string.Empty), Throws.ArgumentException);
        Assert.That(() => new ChatFilePart(Bytes, "text/plain", string.Empty), Throws.ArgumentException);
    });
}
