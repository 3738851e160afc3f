using System.Text;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.Consent;

/// <summary>What a consent must have brought before its connection is active.</summary>
[TestFixture]
public sealed class AcceptanceTests
{
    [TestCase("""{"access_token":"at","token_type":"mac"}""", AuthorizationErrorKind.UnsupportedTokenType)]
    [TestCase("""{"token_type":"Bearer"}""", AuthorizationErrorKind.MalformedResponse)]
    [TestCase("""{"access_token":"a\r\nb","token_type":"Bearer"}""", AuthorizationErrorKind.InvalidToken)]
    public async Task A_token_that_can_not_be_used_makes_no_connection(string answer, AuthorizationErrorKind kind)
    {
        await using var calendar = new CalendarTest();
        calendar.Token = _ => CalendarTest.Json(200, answer);

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.ConnectAsync());

        Assert.That(refused!.Kind, Is.EqualTo(kind));
        Assert.That(await calendar.StoredAsync(), Is.Null);
    }

    [TestCase("read write", null, "")]
    [TestCase("read write", "write read", "")]
    [TestCase("read write", "read write admin", "")]
    [TestCase("read write", "read", "write")]
    [TestCase("read write", "", "")]
    [TestCase("read write", "Read write", "read")]
    [TestCase("read openid offline_access", "read", "")]
    public async Task Scopes_that_were_not_granted_are_a_warning(string asked, string? granted, string missing)
    {
        await using var calendar = new CalendarTest(o => o.Scope["scope"] = asked);
        var scope = granted is null ? string.Empty : $",\"scope\":\"{granted}\"";
        calendar.Token = _ => CalendarTest.Json(200, $"{{\"access_token\":\"at\",\"token_type\":\"Bearer\"{scope}}}");

        var completed = await calendar.ConnectAsync();

        Assert.That(completed.Connection.State, Is.EqualTo(ConnectionState.Active));
        Assert.That(completed.Warnings.SingleOrDefault() ?? string.Empty, missing.Length == 0 ? Is.Empty : Does.Contain($": {missing} "));
    }

    [Test]
    public async Task Words_of_a_scope_are_separated_as_the_provider_does_it()
    {
        await using var calendar = new CalendarTest(static o => (o.Provider, o.Scope["scope"]) = (OAuthProvider.Standard with { ScopeSeparator = "," }, "repo user"));
        calendar.Token = static _ => CalendarTest.Json(200, """{"access_token":"at","token_type":"Bearer","scope":"user,repo"}""");

        Assert.That((await calendar.ConnectAsync()).Warnings, Is.Empty);
    }

    [Test]
    public async Task The_probe_is_sent_with_the_new_token_before_the_connection_is_stored()
    {
        await using var calendar = new CalendarTest(static o => o.Probe = "GET me");
        Connection? stored = null;
        calendar.Api = request =>
        {
            stored = calendar.StoredAsync().GetAwaiter().GetResult();
            return CalendarTest.Json(200, "{}");
        };

        await calendar.ConnectAsync();

        Assert.That(stored, Is.Null);
        Assert.That(calendar.Calls.Single().Address.AbsoluteUri, Is.EqualTo("https://api.calendar.example/me"));
        Assert.That(calendar.Calls.Single()["Authorization"], Is.EqualTo("Bearer at-1"));
        Assert.That((await calendar.StoredAsync())!.State, Is.EqualTo(ConnectionState.Active));
    }

    [TestCase(401, AuthorizationErrorKind.InvalidToken)]
    [TestCase(403, AuthorizationErrorKind.InvalidToken)]
    [TestCase(302, AuthorizationErrorKind.InvalidToken)]
    [TestCase(404, AuthorizationErrorKind.InvalidToken)]
    [TestCase(429, AuthorizationErrorKind.Transient)]
    [TestCase(503, AuthorizationErrorKind.Transient)]
    public async Task A_service_that_does_not_accept_the_token_makes_no_connection(int status, AuthorizationErrorKind kind)
    {
        await using var calendar = new CalendarTest(static o => o.Probe = "GET me");
        calendar.Api = _ => CalendarTest.Json(status, "at-1 is not good");

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.ConnectAsync());

        Assert.Multiple(() =>
        {
            Assert.That(refused!.Kind, Is.EqualTo(kind));
            Assert.That(refused.Message, Does.Contain("GET me").And.Contain($"{status}").And.Not.Contain("at-1"));
            Assert.That(calendar.Calls, Has.Count.EqualTo(1));
            Assert.That(calendar.TokenRequests, Has.Count.EqualTo(1), "a token that was just given is not renewed");
        });
        Assert.That(await calendar.StoredAsync(), Is.Null);
    }

    [Test]
    public async Task A_service_that_does_not_answer_makes_no_connection()
    {
        await using var calendar = new CalendarTest(static o => o.Probe = "GET me");
        calendar.Api = static _ => throw new HttpRequestException("canary");

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.ConnectAsync());

        Assert.That((refused!.Kind, refused.IsTransient), Is.EqualTo((AuthorizationErrorKind.Transient, true)));
        Assert.That(refused.ToString(), Does.Not.Contain("canary"));
        Assert.That(await calendar.StoredAsync(), Is.Null);
    }

    [Test]
    public async Task A_consent_that_fails_leaves_the_connection_that_was_there()
    {
        await using var calendar = new CalendarTest();
        await calendar.ConnectAsync();
        calendar.Token = static _ => CalendarTest.Json(400, """{"error":"invalid_grant"}""");

        var refused = await Assert.CatchAsync<AuthorizationRequiredException>(() => calendar.ConnectAsync());

        Assert.That(refused!.ErrorCode, Is.EqualTo("invalid_grant"));
        Assert.That((await calendar.StoredAsync())!.Grant!.AccessToken.Reveal(), Is.EqualTo("at-1"));
    }

    [TestCase("/login", """{"login":"mia-s","id":7}""", "mia-s")]
    [TestCase("/user/email", """{"x":[1,{"user":0}],"user":{"name":"Mia","email":"mia@example.com"}}""", "mia@example.com")]
    [TestCase("/users/1/id", """{"users":[{"id":6},{"id":7}]}""", "7")]
    [TestCase("/a~1b/~0c", """{"a/b":{"~c":"x"}}""", "x")]
    [TestCase("/login", """{"login":null}""", null)]
    [TestCase("/login", """{"login":{"login":"x"}}""", null)]
    [TestCase("/login", """{"other":"x"}""", null)]
    [TestCase("/login", """{"login":"a\u0000b"}""", null)]
    [TestCase("/login", """{"login":"a\u202Eb"}""", null)]
    [TestCase("/login", """{"login":"\uD800"}""", null)]
    [TestCase("/login", "no json", null)]
    [TestCase("/login", "", null)]
    [TestCase("/login", """{"login":"cut""", null)]
    [TestCase("/login", """{"login":"mia-s","rest":[1,2""", "mia-s")]
    public async Task The_probes_answer_names_the_account(string place, string body, string? label)
    {
        await using var calendar = new CalendarTest(o => (o.Provider, o.Probe) = (OAuthProvider.Standard with { AccountLabel = place }, "GET me"));
        calendar.Api = _ => CalendarTest.Json(200, body);

        var completed = await calendar.ConnectAsync();

        Assert.That(completed.Connection.AccountLabel, Is.EqualTo(label));
        Assert.That((await calendar.StoredAsync())!.AccountLabel, Is.EqualTo(label));
    }

    [Test]
    public async Task A_long_label_is_cut()
    {
        await using var calendar = new CalendarTest(static o => (o.Provider, o.Probe) = (OAuthProvider.Standard with { AccountLabel = "/login" }, "GET me"));
        calendar.Api = static _ => CalendarTest.Json(200, $$"""{"login":"{{new string('x', 1000)}}"}""");

        Assert.That((await calendar.ConnectAsync()).Connection.AccountLabel, Has.Length.EqualTo(255));
    }

    [Test]
    public async Task A_long_label_is_cut_between_two_characters()
    {
        var label = new string('x', 254) + "\U0001F600" + new string('x', 100);
        await using var calendar = new CalendarTest(static o => (o.Provider, o.Probe) = (OAuthProvider.Standard with { AccountLabel = "/login" }, "GET me"));
        calendar.Api = _ => CalendarTest.Json(200, $$"""{"login":"{{label}}"}""");

        Assert.That((await calendar.ConnectAsync()).Connection.AccountLabel, Is.EqualTo(label[..254]));
    }

    [TestCase("""{"preferred_username":"mia@contoso.example","email":"other"}""", "mia@contoso.example")]
    [TestCase("""{"email":"mia@example.com"}""", "mia@example.com")]
    [TestCase("""{"name":"Mia"}""", null)]
    public async Task An_ID_token_names_the_account(string claims, string? label)
    {
        await using var calendar = OpenId();

        var completed = await ConnectAsync(calendar, (nonce, now) => $$"""{"iss":"https://login.calendar.example","aud":"app","exp":{{now + 60}},"nonce":"{{nonce}}",{{claims[1..]}}""");

        Assert.That(completed.Connection.AccountLabel, Is.EqualTo(label));
    }

    [TestCase("""{"iss":"https://evil.example","aud":"app","exp":EXP,"nonce":"NONCE"}""")]
    [TestCase("""{"iss":"https://login.calendar.example/","aud":"app","exp":EXP,"nonce":"NONCE"}""")]
    [TestCase("""{"aud":"app","exp":EXP,"nonce":"NONCE"}""")]
    [TestCase("""{"iss":"https://login.calendar.example","aud":"other","exp":EXP,"nonce":"NONCE"}""")]
    [TestCase("""{"iss":"https://login.calendar.example","exp":EXP,"nonce":"NONCE"}""")]
    [TestCase("""{"iss":"https://login.calendar.example","aud":["app","other"],"exp":EXP,"nonce":"NONCE"}""")]
    [TestCase("""{"iss":"https://login.calendar.example","aud":["app","other"],"azp":"other","exp":EXP,"nonce":"NONCE"}""")]
    [TestCase("""{"iss":"https://login.calendar.example","aud":"app","azp":"other","exp":EXP,"nonce":"NONCE"}""")]
    [TestCase("""{"iss":"https://login.calendar.example","aud":"app","exp":PAST,"nonce":"NONCE"}""")]
    [TestCase("""{"iss":"https://login.calendar.example","aud":"app","nonce":"NONCE"}""")]
    [TestCase("""{"iss":"https://login.calendar.example","aud":"app","exp":"EXP","nonce":"NONCE"}""")]
    [TestCase("""{"iss":"https://login.calendar.example","aud":"app","exp":EXP,"nonce":"other"}""")]
    [TestCase("""{"iss":"https://login.calendar.example","aud":"app","exp":EXP}""")]
    [TestCase("""{"iss":"https://login.calendar.example","aud":"app","exp":EXP,"nonce":"other","nonce":"NONCE"}""")]
    [TestCase("""["iss"]""")]
    [TestCase("no json")]
    [TestCase("")]
    public async Task An_ID_token_that_answers_another_consent_makes_no_connection(string claims)
    {
        await using var calendar = OpenId();

        var refused = await Assert.CatchAsync<AuthorizationException>(() => ConnectAsync(calendar, (nonce, now) => claims.Replace("NONCE", nonce, StringComparison.Ordinal).Replace("EXP", $"{now + 60}", StringComparison.Ordinal).Replace("PAST", $"{now - 61}", StringComparison.Ordinal)));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidToken));
        Assert.That(refused.Message, Does.Contain("ID token"));
        Assert.That(await calendar.StoredAsync(), Is.Null);
    }

    [TestCase("""{"iss":"https://login.calendar.example","aud":["app"],"exp":EXP,"nonce":"NONCE"}""")]
    [TestCase("""{"iss":"https://login.calendar.example","aud":["other","app"],"azp":"app","exp":EXP,"nonce":"NONCE","extra":{"a":[1]}}""")]
    [TestCase("""{"iss":"https://login.calendar.example","aud":"app","exp":LATE,"nonce":"NONCE"}""")]
    [TestCase("""{"iss":"https://login.calendar.example","aud":"app","exp":1.9e10,"nonce":"NONCE"}""")]
    public async Task A_good_ID_token_is_taken(string claims)
    {
        await using var calendar = OpenId();

        await Assert.ThatAsync(
            () => ConnectAsync(calendar, (nonce, now) => claims.Replace("NONCE", nonce, StringComparison.Ordinal).Replace("EXP", $"{now + 60}", StringComparison.Ordinal).Replace("LATE", $"{now - 59}", StringComparison.Ordinal)),
            Throws.Nothing);
    }

    [TestCase("a.b")]
    [TestCase("a.b.c.d.e")]
    [TestCase("..")]
    public async Task What_is_no_ID_token_makes_no_connection(string token)
    {
        await using var calendar = OpenId();
        calendar.Token = _ => CalendarTest.Json(200, $$"""{"access_token":"at","token_type":"Bearer","id_token":"{{token}}"}""");

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.ConnectAsync());

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidToken));
    }

    private static CalendarTest OpenId() => new(static o =>
    {
        o.Issuer = "https://login.calendar.example";
        o.Scope["scope"] = "openid events.read";
    });

    private static async Task<CompletedAuthorization> ConnectAsync(CalendarTest calendar, Func<string, long, string> claims)
    {
        var start = await calendar.StartAsync();
        var body = claims(CalendarTest.Parameters(start.Address.AbsoluteUri)["nonce"], calendar.Time.GetUtcNow().ToUnixTimeSeconds());
        var token = $"e30.{Base64Url.Encode(Encoding.UTF8.GetBytes(body))}.sig";
        calendar.Token = _ => CalendarTest.Json(200, $$"""{"access_token":"at","token_type":"Bearer","expires_in":3600,"id_token":"{{token}}"}""");
        return await calendar.Connections.CompleteAsync(CalendarTest.Back(start), user: "mia");
    }
}
