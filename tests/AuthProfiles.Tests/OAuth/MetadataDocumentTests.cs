using System.Net;
using AuthProfiles.OAuth;
using static AuthProfiles.AuthorizationErrorKind;

namespace AuthProfiles.Tests.OAuth;

internal sealed class MetadataDocumentTests
{
    [TestCase("https://login.example", "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")]
    [TestCase("https://login.example/", "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")]
    [TestCase("https://login.example/acme", "/acme/.well-known/openid-configuration", "/.well-known/oauth-authorization-server/acme")]
    [TestCase("https://login.example/acme/", "/acme/.well-known/openid-configuration", "/.well-known/oauth-authorization-server/acme")]
    [TestCase("https://login.example/a%2Fb/v2.0", "/a%2Fb/v2.0/.well-known/openid-configuration", "/.well-known/oauth-authorization-server/a%2Fb/v2.0")]
    public async Task It_is_asked_for_where_OpenID_has_it_and_where_that_is_nothing_where_RFC_8414_has_it(string issuer, string first, string second)
    {
        using var openId = new MetadataServer { Answers = { [first] = MetadataServer.Document(issuer) } };
        using var oauth = new MetadataServer { Answers = { [second] = MetadataServer.Document(issuer) } };

        Assert.That((await ReadAsync(openId, issuer)).Succeeded, Is.True);
        Assert.That(openId.Asked, Is.EqualTo(new[] { first }));
        Assert.That((await ReadAsync(oauth, issuer)).Succeeded, Is.True);
        Assert.That(oauth.Asked, Is.EqualTo(new[] { first, second }));
    }

    [TestCase("http://login.example")]
    [TestCase("https://login.example?a=1")]
    [TestCase("https://login.example#a")]
    [TestCase("https://login.example?")]
    [TestCase("https://user@login.example")]
    [TestCase("login.example")]
    [TestCase("")]
    public async Task _8414_02_An_issuer_that_is_no_https_address_is_not_asked(string issuer)
    {
        using var server = new MetadataServer();

        Assert.That((await ReadAsync(server, issuer)).Failure!.Kind, Is.EqualTo(OriginRefused));
        Assert.That(server.Asked, Is.Empty);
    }

    [TestCase("no-name", Transient, 4)]
    [TestCase("no-connection", Transient, 4)]
    [TestCase("tls", TlsFailure, 1)]
    [TestCase("ended", Transient, 2)]
    [TestCase("hang", Transient, 2)]
    [TestCase("302", RedirectRefused, 1)]
    [TestCase("308", RedirectRefused, 1)]
    [TestCase("201", MalformedResponse, 1)]
    [TestCase("204", MalformedResponse, 1)]
    [TestCase("400", MalformedResponse, 1)]
    [TestCase("401", MalformedResponse, 1)]
    [TestCase("403", MalformedResponse, 1)]
    [TestCase("429", Transient, 4)]
    [TestCase("500", Transient, 4)]
    [TestCase("503 3600", Transient, 1)]
    [TestCase("{}", MalformedResponse, 1)]
    public async Task Whatever_happens_is_a_failure_of_the_closed_set_and_asks_nowhere_else(string answer, AuthorizationErrorKind kind, int asked)
    {
        using var server = new MetadataServer { Answers = { [MetadataServer.OpenId] = answer, [MetadataServer.OAuth] = MetadataServer.Document() } };
        var time = new TokenTime();
        server.Until = Task.CompletedTask;
        var reading = MetadataDocument.ReadAsync(answer == "hang" ? new HttpMessageInvoker(new Hanging(server, time)) : server.Client, time, new(MetadataServer.Issuer));

        var failure = (await reading).Failure!;

        Assert.That((failure.Kind, failure.IsTransient), Is.EqualTo((kind, kind == Transient)));
        Assert.That(failure.Reason, Does.Contain("issuer"));
        Assert.That(server.Asked, Is.EqualTo(Enumerable.Repeat(MetadataServer.OpenId, asked)));
        Assert.That(time.Elapsed, Is.LessThanOrEqualTo(MetadataDocument.Deadline));
    }

    [Test]
    public async Task An_issuer_that_has_none_is_told()
    {
        using var server = new MetadataServer();

        var failure = (await ReadAsync(server)).Failure!;

        Assert.That((failure.Kind, failure.StatusCode), Is.EqualTo((MalformedResponse, 404)));
        Assert.That(server.Asked, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_delay_that_is_too_long_to_wait_for_is_handed_on()
    {
        using var server = new MetadataServer { Answers = { [MetadataServer.OpenId] = "503 3600" } };

        Assert.That((await ReadAsync(server)).Failure!.RetryAfter, Is.EqualTo(TimeSpan.FromHours(1)));
    }

    [Test]
    public async Task A_document_that_is_too_large_is_refused()
    {
        using var server = new MetadataServer { Answers = { [MetadataServer.OpenId] = MetadataServer.Document(more: $",\"x\":\"{new string('x', 1024 * 1024)}\"") } };

        var failure = (await ReadAsync(server)).Failure!;

        Assert.That((failure.Kind, failure.Reason), Is.EqualTo((ResponseTooLarge, "the issuer's metadata have more than 1,048,576 bytes")));
    }

    [Test]
    public async Task A_redirect_that_somebody_has_followed_is_refused()
    {
        using var client = new HttpMessageInvoker(new Elsewhere());

        Assert.That((await MetadataDocument.ReadAsync(client, new TokenTime(), new(MetadataServer.Issuer))).Failure!.Kind, Is.EqualTo(RedirectRefused));
    }

    private static Task<MetadataReading> ReadAsync(MetadataServer server, string issuer = MetadataServer.Issuer) =>
        MetadataDocument.ReadAsync(server.Client, new TokenTime(), new(issuer));

    private sealed class Hanging(MetadataServer server, TokenTime time) : DelegatingHandler(server)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = base.SendAsync(request, cancellationToken);
            time.Hang();
            return answer;
        }
    }

    private sealed class Elsewhere : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(MetadataServer.Document()),
                RequestMessage = new(HttpMethod.Get, "https://evil.example/"),
            });
    }
}
