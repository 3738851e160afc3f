using System.IO.Compression;
using System.Net;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

public sealed class BoundedBodyTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(4095)]
    [TestCase(4096)]
    [TestCase(4097)]
    [TestCase(100_000)]
    [TestCase(BoundedBody.Limit)]
    public async Task A_body_up_to_the_limit_is_read_whole(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        using var announced = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) };
        using var unannounced = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new TrickleStream(bytes, 1021)) };

        Assert.That((await BoundedBody.ReadAsync(announced, default))!.Value.ToArray(), Is.EqualTo(bytes));
        Assert.That((await BoundedBody.ReadAsync(unannounced, default))!.Value.ToArray(), Is.EqualTo(bytes));
    }

    [Test]
    public async Task A_byte_more_is_too_large()
    {
        using var announced = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(new byte[BoundedBody.Limit + 1]) };
        using var unannounced = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new TrickleStream(new byte[BoundedBody.Limit + 1], 8192)) };

        Assert.That(await BoundedBody.ReadAsync(announced, default), Is.Null);
        Assert.That(await BoundedBody.ReadAsync(unannounced, default), Is.Null);
    }

    [Test]
    public async Task What_is_announced_as_too_large_is_not_even_begun()
    {
        var body = new TrickleStream(new byte[10], 1);
        using var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) };
        response.Content.Headers.ContentLength = BoundedBody.Limit + 1;

        Assert.That(await BoundedBody.ReadAsync(response, default), Is.Null);
        Assert.That(body.Given, Is.Zero);
    }

    [Test]
    public async Task An_announced_length_that_lies_is_only_a_hint()
    {
        using var small = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new TrickleStream(new byte[50_000], 1000)) };
        small.Content.Headers.ContentLength = 10;
        using var large = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new TrickleStream(new byte[BoundedBody.Limit + 1], 8192)) };
        large.Content.Headers.ContentLength = 10;

        Assert.That((await BoundedBody.ReadAsync(small, default))!.Value.Length, Is.EqualTo(50_000));
        Assert.That(await BoundedBody.ReadAsync(large, default), Is.Null);
    }

    [Test]
    public async Task Of_an_endless_body_no_more_than_the_limit_is_read()
    {
        var endless = new TrickleStream(null, 64 * 1024);
        using var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(endless) };

        Assert.That(await BoundedBody.ReadAsync(response, default), Is.Null);
        Assert.That(endless.Given, Is.AtMost(BoundedBody.Limit + (64 * 1024)));
    }

    [Test]
    public async Task A_decompression_bomb_is_too_large()
    {
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(new byte[64 * BoundedBody.Limit]);
        }

        bomb.Position = 0;
        using var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new GZipStream(bomb, CompressionMode.Decompress)) };

        Assert.That(await BoundedBody.ReadAsync(response, default), Is.Null);
    }

    [Test]
    public async Task The_deadline_covers_the_body()
    {
        using var deadline = new CancellationTokenSource();
        var stalled = new TrickleStream(new byte[10], 1) { BeforeRead = given => given == 5 ? deadline.CancelAsync() : Task.CompletedTask };
        using var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(stalled) };

        await Assert.ThatAsync(() => BoundedBody.ReadAsync(response, deadline.Token), Throws.InstanceOf<OperationCanceledException>());
    }
}
