using System.Net;
using AuthProfiles.Zendesk.Errors;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Errors;

/// <summary>The whole sentences of errors: what was asked, what came, what to do.</summary>
[TestFixture]
public sealed class ErrorMessageTests
{
    private const string Asked = "Zendesk (acme.zendesk.com) answered GET api/v2/tickets/1 with ";

    [TestCase(422, """{"error":"RecordInvalid","description":"Record validation errors."}""", "422 RecordInvalid: Record validation errors.")]
    [TestCase(422, """{"error":"RecordInvalid"}""", "422 RecordInvalid.")]
    [TestCase(422, """{"description":"Not so"}""", "422: Not so.")]
    [TestCase(422, "", "422.")]
    [TestCase(422, """{"error":"E","details":{"subject":[{"error":"Blank"}],"tags":[{"error":"Bad","description":"no such tag"}],"base":[{}],"more":["x"]}}""", "422 E (subject: Blank; tags: no such tag; base: refused).")]
    [TestCase(422, """{"error":"E","errors":["one",{"title":"Two"},{"code":"C"}]}""", "422 E (one; Two; C).")]
    [TestCase(401, "", "401. The credential was refused: check ClientId and ClientSecret, or Email and ApiToken, and that they are this account's.")]
    [TestCase(404, """{"error":"RecordNotFound"}""", "404 RecordNotFound. The record does not exist, is deleted, or is not visible to this authorization.")]
    [TestCase(404, "", "404. There is no such operation at this address: check Subdomain, or BaseUrl where it is set.")]
    [TestCase(409, """{"error":"UpdateConflict"}""", "409 UpdateConflict. The record has changed since UpdatedStamp: read it again and decide anew.")]
    [TestCase(409, "", "409. The record was changed meanwhile: read it again and decide anew.")]
    [TestCase(429, "", "429. Wait for RetryAfter, and ask for less at a time.")]
    [TestCase(500, "", "500. Try again later.")]
    [TestCase(301, "", "301. Redirects are not followed: check that the subdomain or BaseUrl is that of a Zendesk account.")]
    public async Task An_answer_without_success_is_told_in_one_sentence_and_its_cure_in_another(int status, string body, string message) =>
        Assert.That((await RefusedAsync(status, body)).Message, Is.EqualTo(Asked + message));

    [TestCase("""{"error":"invalid_token","description":"is expired"}""", "invalid_token: is expired. The access token is expired: give ClientId and ClientSecret, by which it is renewed, or have its user sign in again.")]
    [TestCase("""{"error":"invalid_token","description":"was revoked"}""", "invalid_token: was revoked. The access token is revoked: check that the OAuth client still exists and nobody else renews its tokens, or have its user sign in again.")]
    [TestCase("""{"error":"invalid_token"}""", "invalid_token. The access token is expired or revoked, or belongs to another account: check Subdomain, that the OAuth client still exists, and that its user is active.")]
    [TestCase("""{"error":"invalid_client"}""", "invalid_client. The account knows no such OAuth client: ClientId is the client's Identifier, not its name, and only a global one (zdg-…) is known at every account.")]
    [TestCase("""{"error":"Couldn't authenticate you"}""", "Couldn't authenticate you. Email and ApiToken don't fit this account, or the account no longer takes API tokens: check both, or use ClientId and ClientSecret in their place.")]
    [TestCase("""{"error":"Password access is over"}""", "Password access is over. Passwords no longer open the API: use ClientId and ClientSecret.")]
    [TestCase("""{"error":"API token access is over"}""", "API token access is over. The account does not take this API token, and Zendesk switches all of them off: use ClientId and ClientSecret in place of Email and ApiToken.")]
    [TestCase("""{"error":"API token creation is over"}""", "API token creation is over. API tokens are no longer created: make an OAuth client in the Admin Center, and use ClientId and ClientSecret.")]
    [TestCase("""{"error":"Your account is suspended"}""", "Your account is suspended. The account or its user is suspended: an administrator of the account has to lift that.")]
    public async Task A_refused_credential_has_its_own_cure(string body, string message) =>
        Assert.That((await RefusedAsync(401, body)).Message, Is.EqualTo($"{Asked}401 {message}"));

    [TestCase("""{"error":"Missing scope: write"}""", "Missing scope: write. The token lacks a scope: add it to Scope, and to the allowed scopes of the OAuth client.")]
    [TestCase("""{"error":"Forbidden"}""", "Forbidden. The authorization does not reach this far: check Scope, and the role of the user behind the OAuth client or API token.")]
    public async Task A_missing_right_has_its_own_cure(string body, string message) =>
        Assert.That((await RefusedAsync(403, body)).Message, Is.EqualTo($"{Asked}403 {message}"));

    [Test]
    public async Task A_refused_call_on_behalf_of_a_user_says_what_that_takes()
    {
        using var service = StubService.Json("", HttpStatusCode.Forbidden);

        var error = await Assert.CatchAsync<ZendeskException>(() => service.Client().OnBehalfOf("mia@x").Tickets.GetAsync(1));

        Assert.That(error!.Message, Is.EqualTo(
            $"{Asked}403. The call can't be made on behalf of that user: the token needs the scope impersonate and an administrator behind it, and the user must be an end user of this account. Nothing was renewed."));
    }

    [TestCase(401)]
    [TestCase(403)]
    public async Task A_refused_anonymous_call_says_who_can_let_it_through(int status)
    {
        using var service = StubService.Json("", (HttpStatusCode)status);
        using var http = new HttpClient(service, disposeHandler: false) { BaseAddress = new("https://acme.zendesk.com/mounted/") };

        var error = await Assert.CatchAsync<ZendeskException>(() => new ZendeskAnonymousClient(http).CreateRequestAsync(
            new() { Subject = "Fire", Comment = Comment.Public("It burns."), Requester = new("Mia", "mia@acme.example") }));

        Assert.That(error!.Refusal, Is.EqualTo(ZendeskRefusal.AnonymousRefused));
        Assert.That(error.Message, Is.EqualTo(
            $"Zendesk (acme.zendesk.com) answered POST api/v2/requests with {status}. The account takes no requests from anonymous callers: an administrator can let anybody submit tickets, or send it with ZendeskClient."));
    }

    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    public async Task A_refused_link_to_another_place_says_that_it_was_asked_without_a_credential(int status)
    {
        using var files = StubService.Json("""{"error":"invalid_token"}""", (HttpStatusCode)status);
        using var plain = new HttpClient(files, disposeHandler: false);
        using var account = StubService.Json("{}");
        using var http = new HttpClient(account, disposeHandler: false) { BaseAddress = new("https://acme.zendesk.com/mounted/") };

        var error = await Assert.CatchAsync<ZendeskException>(() => new ZendeskClient(http, withoutCredential: plain).GetLinkAsync(new("https://files.example/attachments/token/secret/screen.png")));

        Assert.That(error!.Refusal, Is.Null, "no credential was refused");
        Assert.That(error.Message, Is.EqualTo(
            $"Zendesk (files.example) answered GET /… with {status} invalid_token. It was asked without a credential, as every place but the account is: the link may be over. Read the record again, which has a new one."));
        Assert.That(account.Requests, Is.Empty);
    }

    [TestCase("https://other.example/login?return=x", "It points to other.example; redirects are not followed, because they would carry the credential there. Check Subdomain, or BaseUrl where it is set.")]
    [TestCase("/login", "Redirects are not followed: check that the subdomain or BaseUrl is that of a Zendesk account.")]
    [TestCase("https://10.0.0.1/login", "Redirects are not followed: check that the subdomain or BaseUrl is that of a Zendesk account.")]
    public async Task A_redirect_names_a_host_and_nothing_else(string location, string cure)
    {
        using var service = new StubService(_ => new(HttpStatusCode.Found) { Headers = { Location = new(location, UriKind.RelativeOrAbsolute) } });

        var error = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.GetAsync(1));

        Assert.That(error!.Message, Is.EqualTo($"{Asked}302. {cure}"));
    }

    [Test]
    public async Task An_answer_that_is_no_JSON_says_what_to_check()
    {
        using var service = StubService.Json("<html>");

        var error = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.GetAsync(1));

        Assert.That(error!.Message, Is.EqualTo($"{Asked}something that is not the JSON it should be. Check that the subdomain or BaseUrl is that of a Zendesk account."));
    }

    [Test]
    public void A_request_that_never_had_an_address_names_no_host_and_no_query()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("api/v2/search?query=mia", UriKind.Relative));

        Assert.That(ErrorMessage.Service(request), Is.EqualTo("Zendesk"));
        Assert.That(ErrorMessage.Operation(request, "api/v2/search?query=mia"), Is.EqualTo("GET api/v2/search"));
        Assert.That(ErrorMessage.Operation(request, "?query=mia"), Is.EqualTo("GET "));
    }

    private static async Task<ZendeskException> RefusedAsync(int status, string body)
    {
        using var service = StubService.Json(body, (HttpStatusCode)status);
        return (await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.GetAsync(1)))!;
    }
}
