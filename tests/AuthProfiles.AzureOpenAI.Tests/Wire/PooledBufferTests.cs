using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Wire;

/// <summary>Memory that goes back to its pool has nothing in it, and what was written stays in order however it grows.</summary>
internal sealed class PooledBufferTests
{
    [Test]
    public void It_grows_with_what_is_written_and_wipes_what_it_leaves()
    {
        using var buffer = new PooledBuffer(16);
        var first = buffer.Storage;
        Write(buffer, 16);
        Assert.That(buffer.Storage, Is.SameAs(first), "what fits is written where it is");

        Write(buffer, 100);

        Assert.That(buffer.Storage, Is.Not.SameAs(first));
        Assert.That(first, Is.All.Zero);
        Assert.That(buffer.Written.ToArray(), Is.EqualTo(Enumerable.Range(1, 16).Concat(Enumerable.Range(1, 100)).Select(static i => (byte)i)));
    }

    [Test]
    public void It_wipes_what_it_gives_back_and_is_empty_then()
    {
        var buffer = new PooledBuffer(16);
        var array = buffer.Storage;
        Write(buffer, 10);

        buffer.Dispose();

        Assert.That(array, Is.All.Zero);
        Assert.That((buffer.Length, buffer.Storage.Length, buffer.Written.Length), Is.EqualTo((0, 0, 0)));
        Assert.That(buffer.Dispose, Throws.Nothing);
    }

    [Test]
    public async Task A_body_is_written_at_once_and_later_as_it_is()
    {
        var buffer = new PooledBuffer(4);
        Write(buffer, 4);
        using var content = new PooledJsonContent(buffer);
        using var sent = new MemoryStream();

        content.CopyTo(sent, null, CancellationToken.None);
        await content.CopyToAsync(sent);
        await using var read = await content.ReadAsStreamAsync();

        Assert.That(sent.ToArray(), Is.EqualTo(new byte[] { 1, 2, 3, 4, 1, 2, 3, 4 }));
        Assert.That((read.CanWrite, read.Length), Is.EqualTo((false, 4L)));
        Assert.That(buffer.Length, Is.EqualTo(4), "nobody has disposed it");
    }

    private static void Write(PooledBuffer buffer, int count)
    {
        var span = buffer.GetSpan(count);
        for (var i = 0; i < count; i++)
        {
            span[i] = (byte)(i + 1);
        }

        buffer.Advance(count);
    }
}
