using System.Text;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Wire;

internal sealed class PooledJsonContentTests
{
    [Test]
    public async Task The_body_can_be_sent_more_than_once()
    {
        using var content = Content("{\"a\":1}");
        Assert.That(await SentAsync(content) + await SentAsync(content), Is.EqualTo("{\"a\":1}{\"a\":1}"));
    }

    [Test]
    public void The_length_is_known() => Assert.That(Content("{\"a\":1}").Headers.ContentLength, Is.EqualTo(7));

    [Test]
    public void A_disposed_body_is_never_sent()
    {
        var content = Content("{}");
        content.Dispose();
        Assert.That(() => content.CopyTo(Stream.Null, null, default), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Memory_that_is_still_being_written_is_not_given_back()
    {
        var buffer = Buffer("{\"tenant\":\"acme\"}");
        var content = new PooledJsonContent(buffer);
        using var transport = new GatedStream();

        var sending = content.CopyToAsync(transport);
        content.Dispose();
        var whileWriting = buffer.Storage.Length;
        transport.Open.SetResult();
        await sending;

        Assert.That((whileWriting > 0, buffer.Storage.Length), Is.EqualTo((true, 0)));
    }

    [Test]
    public void Disposing_twice_gives_back_once()
    {
        var buffer = Buffer("{}");
        var content = new PooledJsonContent(buffer);
        content.Dispose();
        content.Dispose();
        Assert.That(buffer.Storage, Is.Empty);
    }

    [Test]
    public async Task A_stream_over_the_body_outlives_it()
    {
        var content = Content("{\"a\":1}");
        var stream = await content.ReadAsStreamAsync();
        var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        content.Dispose();
        Assert.That(Encoding.UTF8.GetString(copy.ToArray()), Is.EqualTo("{\"a\":1}"));
    }

    private static async Task<string> SentAsync(HttpContent content)
    {
        using var sent = new MemoryStream();
        await content.CopyToAsync(sent);
        return Encoding.UTF8.GetString(sent.ToArray());
    }

    private static PooledJsonContent Content(string json) => new(Buffer(json));

    private static PooledBuffer Buffer(string json)
    {
        var buffer = new PooledBuffer(1);
        var bytes = Encoding.UTF8.GetBytes(json);
        bytes.CopyTo(buffer.GetSpan(bytes.Length));
        buffer.Advance(bytes.Length);
        return buffer;
    }

    private sealed class GatedStream : MemoryStream
    {
        public TaskCompletionSource Open { get; } = new();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Open.Task;
            await base.WriteAsync(buffer, cancellationToken);
        }
    }
}
