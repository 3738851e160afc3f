using System.Buffers;
using AuthProfiles.AzureOpenAI.Streaming;

namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

[TestFixture]
public sealed class EventBufferTests
{
    private const int Size = 16 * 1024;

    [Test]
    public void Nothing_of_a_stream_is_left_in_the_pool([Values] bool hasGrown)
    {
        var buffer = new EventBuffer(4 * Size);
        var room = buffer.GetMemory(out _);
        room.Span.Fill((byte)'s');
        buffer.Advance(room.Length);
        if (hasGrown)
        {
            buffer.GetMemory(out _);
        }

        buffer.Dispose();

        // The pool gives a thread what it gave back last.
        Assert.That(ArrayPool<byte>.Shared.Rent(Size), Has.None.EqualTo((byte)'s'));
    }
}
