using System.Net;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Errors;

/// <summary>What a 401 or 403 is about, and what the message says to do.</summary>
[TestFixture]
public sealed class ZendeskRefusalTests
{
    [TestCase(401, """{"error":"invalid_token","error_description":"The access token provided is expired, revoked, malformed or invalid for other reasons."}""", ZendeskRefusal.TokenRejected, "expired or revoked")]
    [TestCase(401, """{"error":"invalid_token","error_description":"The access token provided is expired."}""", ZendeskRefusal.TokenExpired, "sign in again")]
    [TestCase(401, """{"error":"invalid_token","error_description":"The token was revoked"}""", ZendeskRefusal.TokenRevoked, "nobody else renews")]
    [TestCase(401, """{"error":"invalid_client","error_description":"No such client"}""", ZendeskRefusal.ClientUnknown, "Identifier, not its name")]
    [TestCase(401, """{"error":"Couldn't authenticate you"}""", ZendeskRefusal.CredentialRejected, "Email and ApiToken")]
    [TestCase(401, """{"error":{"title":"Unauthorized","message":"Password access is disabled for this account"}}""", ZendeskRefusal.PasswordAccessEnded, "Passwords no longer")]
    [TestCase(403, """{"error":"Forbidden","description":"API token access is disabled"}""", ZendeskRefusal.ApiTokenEnded, "in place of Email and ApiToken")]
    [TestCase(403, """{"error":"Forbidden","description":"API tokens can no longer be created"}""", ZendeskRefusal.TokenCreationEnded, "make an OAuth client")]
    [TestCase(422, """{"error":"RecordInvalid","description":"API token creation has ended"}""", ZendeskRefusal.TokenCreationEnded, "make an OAuth client")]
    [TestCase(403, """{"error":"Forbidden","description":"You are missing the following required scopes: write"}""", ZendeskRefusal.ScopeMissing, "add it to Scope")]
    [TestCase(403, """{"error":{"title":"Forbidden","message":"Your account is suspended"}}""", ZendeskRefusal.Suspended, "suspended")]
    [TestCase(403, """{"error":{"title":"Forbidden","message":"You do not have access to this page."}}""", ZendeskRefusal.RightMissing, "role of the user")]
    [TestCase(401, "", null, "check ClientId and ClientSecret")]
    [TestCase(404, """{"error":"RecordNotFound","description":"Password not found"}""", null, "does not exist")]
    [TestCase(422, """{"error":"RecordInvalid","description":"Record validation errors"}""", null, "Record validation errors")]
    public async Task A_refusal_is_told_apart_and_says_what_to_do(int status, string body, ZendeskRefusal? refusal, string cure)
    {
        using var service = StubService.Json(body, (HttpStatusCode)status);

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.GetAsync(1));

        Assert.That(exception!.Refusal, Is.EqualTo(refusal));
        Assert.That(exception.Message, Does.Contain(cure));
    }

    [TestCase(401, """{"error":"invalid_token"}""", ZendeskRefusal.OnBehalfOfRefused)]
    [TestCase(403, """{"error":{"title":"Forbidden","message":"You do not have access to this page."}}""", ZendeskRefusal.OnBehalfOfRefused)]
    [TestCase(403, """{"error":"Forbidden","description":"You are missing the following required scopes: impersonate"}""", ZendeskRefusal.ScopeMissing)]
    public async Task On_behalf_of_a_user_the_same_answers_are_about_the_user(int status, string body, ZendeskRefusal refusal)
    {
        using var service = StubService.Json(body, (HttpStatusCode)status);

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().OnBehalfOf("mia@x").Tickets.GetAsync(1));

        Assert.That(exception!.Refusal, Is.EqualTo(refusal));
        Assert.That(exception.Message, Does.Not.Contain("mia"));
    }

    [TestCase("""{"error":"UpdateConflict","description":"Safe Update prevented the update due to outdated ticket data"}""", "changed since UpdatedStamp")]
    [TestCase("""{"error":"Conflict","description":"Two at once"}""", "changed meanwhile")]
    public async Task A_conflict_says_whether_the_stamp_was_the_reason(string body, string cure)
    {
        using var service = StubService.Json(body, HttpStatusCode.Conflict);

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.UpdateAsync(1, new() { Subject = "x", UpdatedStamp = DateTimeOffset.UnixEpoch }));

        Assert.That((exception!.Kind, exception.Refusal), Is.EqualTo((ZendeskErrorKind.Conflict, (ZendeskRefusal?)null)));
        Assert.That(exception.Message, Does.Contain(cure));
    }
}
