using System.Net;
using AuthProfiles.Zendesk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Zendesk.Tests;

/// <summary>Links of answers: the credential stays on the account's own origin.</summary>
[TestFixture]
public sealed class LinkTests
{
    private const string Attachment = "https://acme.zendesk.com/attachments/token/abc/?name=screen.png";
    private const string Files = "https://p16.zdusercontent.example/attachment/1?token=xyz";

    [Test]
    public async Task A_link_of_the_account_goes_with_the_credential_and_the_redirect_to_the_files_without([Values] bool isTenant)
    {
        await using var app = App();
        app.Network.Expect(Attachment).WithHeaders("Authorization", "Bearer t").Respond(static () => Redirect(Files));
        app.Network.Expect(Files).With(static request => request.Headers.Authorization is null).Respond("image/png", "pixels");

        using var answer = await Of(app, isTenant).GetLinkAsync(new(Attachment));

        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("pixels"));
        app.Network.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task A_view_on_behalf_of_a_user_reads_as_they_do_and_tells_nobody_elsewhere()
    {
        await using var app = App();
        app.Network.Expect(Attachment).WithHeaders("X-On-Behalf-Of", "mia@example.com").Respond(static () => Redirect(Files));
        app.Network.Expect(Files).With(static request => !request.Headers.Contains("X-On-Behalf-Of")).Respond("image/png", "pixels");

        using var answer = await Of(app, isTenant: false).OnBehalfOf("mia@example.com").GetLinkAsync(new(Attachment));

        app.Network.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task A_redirect_to_what_is_no_address_is_an_error()
    {
        await using var app = App();
        app.Network.Expect(Attachment).Respond(static () =>
        {
            var answer = new HttpResponseMessage(HttpStatusCode.Found);
#pragma warning disable RS0030 // A service may answer with a header that the platform would not write.
            answer.Headers.TryAddWithoutValidation("Location", "//");
#pragma warning restore RS0030
            return Task.FromResult(answer);
        });

        var error = await Assert.CatchAsync<ZendeskException>(() => Of(app, isTenant: false).GetLinkAsync(new(Attachment)));

        Assert.That(error!.Kind, Is.EqualTo(ZendeskErrorKind.UnexpectedAnswer));
    }

    [TestCase(Files)]
    [TestCase("https://acme.zendesk.com:8443/x")]
    [TestCase("https://globex.zendesk.com/x")]
    [TestCase("https://acme.zendesk.com.evil.example/x")]
    public async Task A_link_elsewhere_goes_without(string link)
    {
        foreach (var isTenant in new[] { true, false })
        {
            await using var app = App();
            app.Network.Expect(link).With(static request => request.Headers.Authorization is null).Respond("text/plain", "x");

            using var answer = await Of(app, isTenant).GetLinkAsync(new(link));

            app.Network.VerifyNoOutstandingExpectation();
            Assert.That(app.Requests, Has.Count.EqualTo(1));
        }
    }

    [TestCase("http://acme.zendesk.com/x")]
    [TestCase("http://127.0.0.1/x")]
    [TestCase("https://mia:secret@files.example/x")]
    public async Task Elsewhere_only_https_is_followed_and_nobodys_name(string link)
    {
        foreach (var isTenant in new[] { true, false })
        {
            await using var app = App();

            var error = await Assert.CatchAsync<ZendeskException>(() => Of(app, isTenant).GetLinkAsync(new(link)));

            Assert.That((error!.Kind, app.Requests.Count), Is.EqualTo((ZendeskErrorKind.UnexpectedAnswer, 0)));
            Assert.That(error.Message, Does.Not.Contain("secret"));
        }
    }

    [Test]
    public async Task An_answer_of_no_success_is_an_error_that_shows_no_query()
    {
        await using var app = App();
        app.Network.Expect(Attachment).Respond(static () => Redirect(Files));
        app.Network.Expect(Files).Respond(HttpStatusCode.Gone);

        var error = await Assert.CatchAsync<ZendeskException>(() => app.Zendesk.GetLinkAsync(new(Attachment)));

        Assert.That((error!.Kind, error.StatusCode), Is.EqualTo((ZendeskErrorKind.NotFound, (int?)410)));
        Assert.That(error.Message, Does.Not.Contain("xyz").And.Not.Contain("screen.png"));
    }

    [TestCase(HttpStatusCode.Forbidden)]
    [TestCase(HttpStatusCode.Unauthorized)]
    public async Task A_refusal_elsewhere_is_not_about_the_credential_that_never_went_there(HttpStatusCode status)
    {
        foreach (var isTenant in new[] { true, false })
        {
            await using var app = App();
            app.Network.Expect(Files).Respond(status);

            var error = await Assert.CatchAsync<ZendeskException>(() => Of(app, isTenant).OnBehalfOf("mia@example.com").GetLinkAsync(new(Files)));

            Assert.That((error!.StatusCode, error.Refusal), Is.EqualTo(((int?)status, (ZendeskRefusal?)null)));
            Assert.That(error.Message, Does.Contain("without a credential").And.Not.Contain("Scope").And.Not.Contain("ClientId"));
        }
    }

    [Test]
    public async Task Redirects_that_do_not_end_are_not_followed_for_ever()
    {
        await using var app = App();
        app.Network.When("*").Respond(static () => Redirect(Attachment));

        var error = await Assert.CatchAsync<ZendeskException>(() => app.Zendesk.GetLinkAsync(new(Attachment)));

        Assert.That((error!.StatusCode, app.Requests.Count), Is.EqualTo(((int?)302, 6)));
    }

    [TestCase("attachments/1")]
    [TestCase("file:///etc/passwd")]
    public void What_is_no_link_is_refused(string link)
    {
        using var service = StubService.Json("{}");

        Assert.That(() => service.Client().GetLinkAsync(new(link, UriKind.RelativeOrAbsolute)), Throws.ArgumentException);
    }

    [Test]
    public async Task Without_a_client_for_them_links_elsewhere_are_refused_and_the_accounts_own_are_not()
    {
        using var service = StubService.Json("{}");
        var client = service.Client();

        using var own = await client.GetLinkAsync(new("https://acme.zendesk.com/mounted/x"));
        var error = await Assert.CatchAsync<ZendeskException>(() => client.GetLinkAsync(new(Files)));

        Assert.That((error!.Kind, service.Requests.Count), Is.EqualTo((ZendeskErrorKind.UnexpectedAnswer, 1)));
        Assert.That(error.Message, Does.Contain("p16.zdusercontent.example").And.Contain("client without credentials"));
    }

    private static ZendeskClient Of(ZendeskApp app, bool isTenant) => isTenant ? app.Zendesk.For("acme") : app.Zendesk;

    private static Task<HttpResponseMessage> Redirect(string address) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new(address) } });

    private static ZendeskApp App() => new(
        static services => services.AddZendesk("support"),
        ("AuthProfiles:Zendesk:support:Subdomain", "acme"),
        ("AuthProfiles:Zendesk:support:Token", "t"),
        ("AuthProfiles:Zendesk:support:Connections:acme:Token", "t"));
}
