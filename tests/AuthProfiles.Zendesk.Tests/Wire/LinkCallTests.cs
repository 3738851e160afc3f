using System.Net;
using System.Text;
using AuthProfiles.Zendesk.Tests.Support;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tests.Wire;

/// <summary>Links and the files behind them: who is asked, with what, and what becomes of a file that does not come whole.</summary>
[TestFixture]
public sealed class LinkCallTests
{
    private const string Own = "https://acme.zendesk.com/attachments/1";
    private const string Files = "https://files.example/attachments/1";

    private readonly SteppedClock _clock = new(DateTimeOffset.UnixEpoch);

    [TestCase("https://a.example/x", true)]
    [TestCase("http://a.example/x", true)]
    [TestCase("file:///x", false)]
    [TestCase("ftp://a.example/x", false)]
    [TestCase("x", false)]
    public void A_link_is_one_of_the_web(string link, bool isLink) => Assert.That(LinkCall.IsLink(new(link, UriKind.RelativeOrAbsolute)), Is.EqualTo(isLink));

    [TestCase(Own, "account")]
    [TestCase("https://ACME.zendesk.com:443/x", "account")]
    [TestCase(Files, "plain")]
    [TestCase("https://acme.zendesk.com:8443/x", "plain")]
    public async Task The_accounts_own_links_go_with_the_credential_and_others_without(string link, string way)
    {
        using var network = new Network(static _ => new(HttpStatusCode.OK));

        using var answer = await network.Links(user: "mia@x").GetAsync(new(link), CancellationToken.None);

        Assert.That(network.Sent, Is.EqualTo(new[] { $"{way} {new Uri(link)}{(way == "account" ? " mia@x" : "")}" }));
    }

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task Every_kind_of_redirect_is_followed(int status)
    {
        using var network = new Network(request => request.RequestUri!.AbsoluteUri == Own ? Redirect("2", status) : request.RequestUri.AbsoluteUri == Files ? new(HttpStatusCode.OK) : Redirect(Files, status));

        using var answer = await network.Links().GetAsync(new(Own), CancellationToken.None);

        Assert.That(network.Sent, Is.EqualTo(new[] { $"account {Own}", "account https://acme.zendesk.com/attachments/2", $"plain {Files}" }));
        Assert.That(network.Answers.Take(2).Select(static answer => IsDisposed(answer)), Is.All.True, "no answer on the way is kept");
        Assert.That(IsDisposed(answer), Is.False);
    }

    [TestCase(300, Own, 1)]
    [TestCase(304, Own, 1)]
    [TestCase(302, null, 1)]
    [TestCase(302, Own, 6)]
    public async Task What_is_no_redirect_or_one_too_many_is_an_error(int status, string? location, int sent)
    {
        using var network = new Network(_ => location is null ? new((HttpStatusCode)status) : Redirect(location, status));

        var error = await Assert.CatchAsync<ZendeskException>(() => network.Links().GetAsync(new(Own), CancellationToken.None));

        Assert.That((error!.StatusCode, network.Sent.Count), Is.EqualTo(((int?)status, sent)));
        Assert.That(error.Message, Does.StartWith($"Zendesk (acme.zendesk.com) answered GET /… with {status}. "));
        Assert.That(network.Answers.Select(static answer => IsDisposed(answer)), Is.All.True);
    }

    [Test]
    public async Task A_redirect_to_what_is_no_address_is_told()
    {
        using var network = new Network(static _ =>
        {
            var answer = new HttpResponseMessage(HttpStatusCode.Found);
#pragma warning disable RS0030 // A service may answer with a header that the platform would not write.
            answer.Headers.TryAddWithoutValidation("Location", "//");
#pragma warning restore RS0030
            return answer;
        });

        var error = await Assert.CatchAsync<ZendeskException>(() => network.Links().GetAsync(new(Own), CancellationToken.None));

        Assert.That((error!.Kind, error.Message), Is.EqualTo((ZendeskErrorKind.UnexpectedAnswer, "Zendesk (acme.zendesk.com) led on to what is no address.")));
    }

    [TestCase("http://acme.zendesk.com/x", true, "The link leads to acme.zendesk.com, where the credential does not go. Elsewhere only https is followed.")]
    [TestCase("https://mia:secret@files.example/x", true, "The link leads to files.example, where the credential does not go. Elsewhere only https is followed.")]
    [TestCase("https://mia:secret@acme.zendesk.com/x", true, "The link leads to acme.zendesk.com, where the credential does not go. Elsewhere only https is followed.")]
    [TestCase("http://acme.zendesk.com:80/x", false, "The link leads to acme.zendesk.com, where the credential does not go. Give ZendeskClient a client without credentials for such links.")]
    [TestCase(Files, false, "The link leads to files.example, where the credential does not go. Give ZendeskClient a client without credentials for such links.")]
    public async Task A_link_that_is_not_followed_says_why_and_is_not_sent(string link, bool hasPlain, string message)
    {
        using var network = new Network(static _ => new(HttpStatusCode.OK));

        var error = await Assert.CatchAsync<ZendeskException>(() => network.Links(hasPlain: hasPlain).GetAsync(new(link), CancellationToken.None));

        Assert.That((error!.Kind, error.Message, network.Sent.Count), Is.EqualTo((ZendeskErrorKind.UnexpectedAnswer, message, 0)));
    }

    [TestCase(AuthorizationErrorKind.OriginRefused, true)]
    [TestCase(AuthorizationErrorKind.ClientRefused, false)]
    public async Task Where_the_account_is_looked_up_with_the_request_a_refused_origin_leads_elsewhere(AuthorizationErrorKind kind, bool isFollowed)
    {
        using var network = new Network(request => request.RequestUri!.Host == "acme.zendesk.com" ? new(HttpStatusCode.OK) : throw new AuthorizationException(kind, "support", "not there"));
        var links = network.Links(account: "https://tenant.INVALID/");

        using var own = await links.GetAsync(new(Own), CancellationToken.None);
        Assert.That(network.Sent, Is.EqualTo(new[] { $"account {Own}" }));
        if (isFollowed)
        {
            using var plain = await links.GetAsync(new(Files), CancellationToken.None);
            Assert.That(network.Sent.Skip(1), Is.EqualTo(new[] { $"account {Files}", $"plain {Files}" }));
        }
        else
        {
            await Assert.ThatAsync(() => links.GetAsync(new(Files), CancellationToken.None), Throws.TypeOf<AuthorizationException>());
        }
    }

    [TestCase(null, null)]
    [TestCase(5L, null)]
    [TestCase(5L, 3L)]
    public async Task A_file_is_read_to_its_end_and_its_answer_is_given_up_with_it(long? size, long? told)
    {
        using var network = new Network(_ => new(HttpStatusCode.OK) { Content = new StreamContent(new Drops("pixel"[..(int)(told ?? 5)])) { Headers = { ContentLength = told } } });

        var stream = await network.Links().DownloadAsync(new(Own), size, CancellationToken.None);
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);

        Assert.That((stream.CanRead, stream.CanSeek, stream.CanWrite, stream.Position), Is.EqualTo((true, false, false, 0L)));
        Assert.That(await reader.ReadToEndAsync(), Is.EqualTo(told is null ? "pixel" : "pix"));
        Assert.That(stream.Position, Is.EqualTo(told ?? 5));
#pragma warning disable CA1835 // The older form is one of both.
        Assert.That(await stream.ReadAsync(new byte[1], 0, 1), Is.Zero, "it stays at its end");
#pragma warning restore CA1835
        Assert.That(IsDisposed(network.Answers[0]), Is.False);
        await stream.DisposeAsync();
        Assert.That(IsDisposed(network.Answers[0]), Is.True);
    }

    [Test]
    public async Task A_file_that_ends_before_its_end_is_an_error()
    {
        using var network = new Network(static _ => new(HttpStatusCode.OK) { Content = new StreamContent(new Drops("pixel")) });
        await using var stream = await network.Links().DownloadAsync(new(Own), 6, CancellationToken.None);
        var buffer = new byte[8];

        Assert.That(await stream.ReadAsync(buffer.AsMemory(0, 0)), Is.Zero, "nothing was asked for");
        Assert.That(await stream.ReadAsync(buffer), Is.EqualTo(5));
        Assert.That(await stream.ReadAsync(buffer.AsMemory(0, 0)), Is.Zero, "nothing was asked for");
        var error = await Assert.CatchAsync<ZendeskException>(() => stream.ReadAsync(buffer).AsTask());

        Assert.That((error!.Kind, error.Message, error.IsTransient, error.InnerException), Is.EqualTo(
            (ZendeskErrorKind.IncompleteAnswer, "The file broke off after 5 of 6 bytes. Read it again from its start.", true, (Exception?)null)));
    }

    [TestCase(null, "an unknown number of")]
    [TestCase(6L, "6")]
    public async Task A_file_that_breaks_off_is_an_error(long? size, string of)
    {
        using var network = new Network(static _ => new(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream()) { Headers = { ContentLength = null } } });
        await using var stream = await network.Links().DownloadAsync(new(Own), size, CancellationToken.None);

        var error = await Assert.CatchAsync<ZendeskException>(() => stream.ReadAsync(new byte[1]).AsTask());

        Assert.That((error!.Message, error.InnerException!.Message), Is.EqualTo(($"The file broke off after 0 of {of} bytes. Read it again from its start.", "broken")));
    }

    [Test]
    public async Task A_file_that_pauses_too_long_is_an_error_and_the_callers_cancellation_is_none()
    {
        using var stalled = new StalledStream("pixel");
        using var network = new Network(_ => new(HttpStatusCode.OK) { Content = new StreamContent(stalled) });
        await using var stream = await network.Links(time: _clock).DownloadAsync(new(Own), null, CancellationToken.None);
        using var cancellation = new CancellationTokenSource();

        var paused = stream.ReadAsync(new byte[1], 0, 1);
        await stalled.UntilItIsReadAsync();
        _clock.Advance(TimeSpan.FromSeconds(30));
        var error = await Assert.CatchAsync<ZendeskException>(() => paused);
        var cancelled = stream.ReadAsync(new byte[1], 0, 1, cancellation.Token);
        await stalled.UntilItIsReadAsync();
        await cancellation.CancelAsync();
        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.That(error!.Message, Is.EqualTo("The file paused for 00:00:30 after 0 of an unknown number of bytes. Read it again from its start."));
        Assert.That(error.InnerException, Is.InstanceOf<OperationCanceledException>());
        await Assert.CatchAsync<OperationCanceledException>(() => cancelled);
    }

    [Test]
    public async Task A_file_is_read_forward_and_asynchronously_and_not_otherwise()
    {
        using var network = new Network(static _ => new(HttpStatusCode.OK) { Content = new StreamContent(new Drops("pixel")) });
        await using var stream = await network.Links().DownloadAsync(new(Own), null, CancellationToken.None);

        stream.Flush();

        Assert.That(() => stream.Read(new byte[1], 0, 1), Throws.TypeOf<NotSupportedException>().With.Message.EqualTo("Read the file asynchronously."));
        Assert.That(() => stream.Length, Throws.TypeOf<NotSupportedException>());
        Assert.That(() => stream.Position = 1, Throws.TypeOf<NotSupportedException>());
        Assert.That(() => stream.Seek(0, SeekOrigin.Begin), Throws.TypeOf<NotSupportedException>());
        Assert.That(() => stream.SetLength(1), Throws.TypeOf<NotSupportedException>());
        Assert.That(() => stream.Write([], 0, 0), Throws.TypeOf<NotSupportedException>());
    }

    private static HttpResponseMessage Redirect(string location, int status) => new((HttpStatusCode)status) { Headers = { Location = new(location, UriKind.RelativeOrAbsolute) } };

    private static bool IsDisposed(HttpResponseMessage answer)
    {
        try
        {
            // The one that is open to everybody and looks.
            answer.StatusCode = answer.StatusCode;
            return false;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }

    /// <summary>Gives what it has and then its end, without a length.</summary>
    private sealed class Drops(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }

    private sealed class Network(Func<HttpRequestMessage, HttpResponseMessage> answer) : IDisposable
    {
        private readonly List<HttpClient> _clients = [];

        public List<string> Sent { get; } = [];

        public List<HttpResponseMessage> Answers { get; } = [];

        public HttpResponseMessage Answer(HttpRequestMessage request) => answer(request);

        public LinkCall Links(string? user = null, bool hasPlain = true, string account = "https://acme.zendesk.com/mounted/", TimeProvider? time = null)
        {
            var authorized = new HttpClient(new Way(this, "account")) { BaseAddress = new(account) };
            var plain = new HttpClient(new Way(this, "plain"));
            _clients.AddRange([authorized, plain]);
            return new(new(authorized, TimeSpan.FromSeconds(30), time ?? TimeProvider.System, hasPlain ? plain : null) { OnBehalfOf = user });
        }

        public void Dispose() => _clients.ForEach(static client => client.Dispose());

        private sealed class Way(Network network, string name) : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var user = request.Headers.TryGetValues("X-On-Behalf-Of", out var users) ? $" {users.Single()}" : "";
                network.Sent.Add($"{name} {request.RequestUri}{user}");
                var response = name == "plain" ? new HttpResponseMessage(HttpStatusCode.OK) : network.Answer(request);
                response.RequestMessage = request;
                network.Answers.Add(response);
                return Task.FromResult(response);
            }
        }
    }
}
