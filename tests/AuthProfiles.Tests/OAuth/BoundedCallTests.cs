using System.Net;
using AuthProfiles.OAuth;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.OAuth;

public sealed class BoundedCallTests
{
    [TestCase(299, false)]
    [TestCase(300, true)]
    [TestCase(399, true)]
    [TestCase(400, false)]
    public void A_redirect_is_any_status_from_300_to_399(int status, bool isRedirect)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);

        Assert.That(BoundedCall.IsRedirect(response), Is.EqualTo(isRedirect));
    }

    [Test]
    public async Task An_answer_whose_body_fails_is_disposed()
    {
        using var body = new BrokenBody();
        using var primary = new StubPrimary(_ => new() { Content = body });
        using var client = new HttpMessageInvoker(primary);
        using var message = new HttpRequestMessage(HttpMethod.Post, "https://login.example/token");

        await Assert.ThatAsync(() => new BoundedCall(client).SendAsync(message, default), Throws.TypeOf<IOException>());
        Assert.That(body.IsDisposed, Is.True);
    }

    private sealed class BrokenBody : HttpContent
    {
        public bool IsDisposed { get; private set; }

        protected override Task<Stream> CreateContentReadStreamAsync() => throw new IOException("broken");

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new IOException("broken");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
