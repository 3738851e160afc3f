using AuthProfiles.Injection;

namespace AuthProfiles.Tests.Injection;

internal sealed class PeekedStreamTests
{
    [Test]
    public async Task The_beginning_and_then_the_rest_are_read_in_every_way([Values(1, 3, 5, 100)] int atOnce, [Values(0, 1, 2, 3)] int way)
    {
        var all = Enumerable.Range(1, 20).Select(static i => (byte)i).ToArray();
        using var stream = new PeekedStream(all.AsMemory(0, 7), new MemoryStream(all[7..]));
        var read = new List<byte>();
        var buffer = new byte[atOnce + 2];

        for (int length; (length = await ReadAsync()) > 0;)
        {
            read.AddRange(buffer.Skip(1).Take(length));
        }

        Assert.That(read, Is.EqualTo(all));
        Assert.That((buffer[0], buffer[^1]), Is.EqualTo((0, 0)));

        async ValueTask<int> ReadAsync() => way switch
        {
            0 => stream.Read(buffer.AsSpan(1, atOnce)),
            1 => stream.Read(buffer, 1, atOnce),
            2 => await stream.ReadAsync(buffer.AsMemory(1, atOnce)),
#pragma warning disable CA1835 // The older form is one of the four.
            _ => await stream.ReadAsync(buffer, 1, atOnce, CancellationToken.None),
#pragma warning restore CA1835
        };
    }

    [Test]
    public void It_is_read_forward_and_nothing_else()
    {
        using var stream = new PeekedStream(new byte[1], new MemoryStream([1]));

        Assert.That((stream.CanRead, stream.CanSeek, stream.CanWrite), Is.EqualTo((true, false, false)));
        Assert.That(() => stream.Write([1], 0, 1), Throws.TypeOf<NotSupportedException>());
        Assert.That(() => stream.Length, Throws.TypeOf<NotSupportedException>());
        Assert.That(() => stream.Seek(0, SeekOrigin.Begin), Throws.TypeOf<NotSupportedException>());
    }

    [Test]
    public void The_rest_ends_with_it()
    {
        var rest = new MemoryStream([1]);
        var stream = new PeekedStream(new byte[1], rest);

        stream.Dispose();

        Assert.That(rest.CanRead, Is.False);
    }
}
