using System.Net;
using System.Net.Http.Json;
using AuthProfiles.Resilience;

namespace AuthProfiles.Tests.Resilience;

internal sealed class ResendableTests
{
    private static readonly byte[] Bytes = [1, 2, 3, 4];

    public static IEnumerable<TestCaseData<HttpContent?, bool>> Contents()
    {
        static TestCaseData<HttpContent?, bool> Case(string name, HttpContent? content, bool resendable) => new(content, resendable) { TestName = $"{{m}}({name})" };

        yield return Case("none", null, true);
        yield return Case("bytes", new ByteArrayContent(Bytes), true);
        yield return Case("text", new StringContent("x"), true);
        yield return Case("memory", new ReadOnlyMemoryContent(Bytes), true);
        yield return Case("form", new FormUrlEncodedContent([]), true);
        yield return Case("json", JsonContent.Create("x"), true);
        yield return Case("seekable stream", new StreamContent(new MemoryStream(Bytes)), true);
        yield return Case("forward stream", new StreamContent(new ForwardStream(Bytes)), false);
        yield return Case("forward stream with a length", new StreamContent(new ForwardStream(Bytes)) { Headers = { ContentLength = 4 } }, false);
        yield return Case("derived stream content", new Derived(new MemoryStream(Bytes)), false);
        yield return Case("multipart of these", new MultipartFormDataContent { new StringContent("x"), new StreamContent(new MemoryStream(Bytes)) }, true);
        yield return Case("multipart with another", new MultipartContent { new StringContent("x"), new MultipartContent { new StreamContent(new ForwardStream(Bytes)) } }, false);
        yield return Case("unknown content", new Unknown(), false);
        yield return Case("ours that can", new Ours(true), true);
        yield return Case("ours that can not", new Ours(false), false);
    }

    [TestCaseSource(nameof(Contents))]
    public void Content_says_whether_it_can_be_sent_again(HttpContent? content, bool resendable)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example/") { Content = content };

        Assert.That(Resendable.CanResend(request), Is.EqualTo(resendable));
    }

    [Test]
    public void The_callers_word_counts()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example/") { Content = new Unknown() };

        Assert.That(request.AllowResend(), Is.SameAs(request));
        Assert.That(Resendable.CanResend(request), Is.True);
    }

    [Test]
    public async Task Asking_neither_consumes_nor_changes_the_content()
    {
        var stream = new MemoryStream(Bytes) { Position = 1 };
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example/") { Content = new StreamContent(stream) };

        for (var i = 0; i < 3; i++)
        {
            Assert.That(Resendable.CanResend(request), Is.True);
            using var sent = new MemoryStream();
            await request.Content.CopyToAsync(sent);
            Assert.That(sent.ToArray(), Is.EqualTo(Bytes[1..]), "a stream is sent from where it stood");
            Assert.That(request.Content.Headers.NonValidated, Is.Empty);
        }
    }

    [Test]
    public async Task Asking_leaves_a_forward_stream_unread()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example/") { Content = new StreamContent(new ForwardStream(Bytes)) };

        Assert.That(Resendable.CanResend(request), Is.False);

        using var sent = new MemoryStream();
        await request.Content.CopyToAsync(sent);
        Assert.That(sent.ToArray(), Is.EqualTo(Bytes));
    }

    [Test]
    public void A_stream_that_is_closed_can_not_be_sent_again()
    {
        var stream = new MemoryStream(Bytes);
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example/") { Content = new StreamContent(stream) };
        stream.Dispose();

        Assert.That(Resendable.CanResend(request), Is.False);
    }

    [Test]
    public void Disposed_content_can_not_be_sent_again()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example/") { Content = new StreamContent(new MemoryStream(Bytes)) };
        request.Content.Dispose();

        Assert.That(Resendable.CanResend(request), Is.False);
    }

    private sealed class Derived(Stream stream) : StreamContent(stream)
    {
        protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => throw new InvalidOperationException("This would consume it.");
    }

    private sealed class Ours(bool can) : Unknown, IResendableContent
    {
        public bool CanResend => can;
    }

    private class Unknown : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new InvalidOperationException("Asking must not write.");

        protected override bool TryComputeLength(out long length)
        {
            length = 4;
            return true;
        }
    }
}
