using System.Buffers;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tests.Wire;

[TestFixture]
public sealed class PooledBodyTests
{
    private const int Size = 1 << 16;

    [Test]
    public void Nothing_of_an_answer_is_left_in_the_pool([Values] bool hasGrown)
    {
        var body = new PooledBody(Size);
        body.Room().Span.Fill((byte)'s');
        body.Advance(body.Room().Length);
        if (hasGrown)
        {
            body.Room();
        }

        body.Dispose();

        // The pool gives a thread what it gave back last.
        Assert.That(ArrayPool<byte>.Shared.Rent(Size), Has.None.EqualTo((byte)'s'));
    }
}
