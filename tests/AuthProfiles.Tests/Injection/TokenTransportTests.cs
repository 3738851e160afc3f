using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;
using FsCheck;
using FsCheck.Fluent;

namespace AuthProfiles.Tests.Injection;

/// <summary>How a bearer token travels (RFC 6750, section 2).</summary>
internal sealed class TokenTransportTests
{
    [TestCase(ConflictRule.Refuse, null)]
    [TestCase(ConflictRule.Replace, "Bearer token")]
    [TestCase(ConflictRule.Keep, "Basic Y2FsbGVy")]
    public async Task _6750_01_A_request_has_one_authorization_whoever_gave_it(ConflictRule rule, string? expected)
    {
        using var primary = new StubPrimary();
        using var http = Over(primary, rule, CredentialField.Header("Authorization", "Bearer token"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example/x") { Headers = { { "authorization", "Basic Y2FsbGVy" } } };

        if (expected is null)
        {
            Assert.That(async () => await http.SendAsync(request), Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.InjectionRefused));
            Assert.That(primary.Sent, Is.Empty);
            return;
        }

        using var response = await http.SendAsync(request);
        Assert.That(primary.Sent.Single()["Authorization"], Is.EqualTo(expected));
    }

    [TestCase(ConflictRule.Refuse, null)]
    [TestCase(ConflictRule.Replace, "?access_token=token&a=1")]
    [TestCase(ConflictRule.Keep, "?access_token=caller&a=1")]
    public async Task _6750_01_A_request_has_one_token_in_its_query_whoever_gave_it(ConflictRule rule, string? expected)
    {
        using var primary = new StubPrimary();
        using var http = Over(primary, rule, CredentialField.QueryString("access_token", "token"));

        if (expected is null)
        {
            Assert.That(async () => await http.GetAsync("x?access_token=caller&a=1"), Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.InjectionRefused));
            Assert.That(primary.Sent, Is.Empty);
            return;
        }

        using var response = await http.GetAsync("x?access_token=caller&a=1");
        Assert.That(primary.Sent.Single().Address.Query, Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase(" a")]
    [TestCase("a ")]
    [TestCase("a b")]
    [TestCase("a,b")]
    [TestCase("a\tb")]
    [TestCase("a\r\nX-Evil: 1")]
    [TestCase("a\0")]
    [TestCase("a\u007f")]
    [TestCase("ä")]
    [TestCase("Bearer abc", Description = "pasted with its scheme")]
    public void _6750_02_A_token_by_which_the_header_would_hold_more_is_refused(string token)
    {
        Assert.That(() => Credential.Bearer(token), Throws.ArgumentException.With.Message.Not.Contain("X-Evil"));
        Assert.That(() => CredentialField.Header("authorization", "bearer " + token), Throws.ArgumentException);
    }

    [TestCase("a b, c")]
    [TestCase("Digest username=\"u\", realm=\"r\"")]
    public void _6750_02_Other_schemes_and_headers_have_what_they_want(string value)
    {
        Assert.That(CredentialField.Header("Authorization", value).Value.Reveal(), Is.EqualTo(value));
        Assert.That(CredentialField.Header("X-Token", "Bearer " + value).Value.Reveal(), Is.EqualTo("Bearer " + value));
    }

    [Test]
    public void _6750_02_A_bearer_token_is_refused_or_goes_out_as_it_is_behind_one_space()
    {
        var characters = Gen.Frequency((20, Gen.Elements("abzAZ09-._~+/=|:$!".ToCharArray())), (1, Gen.Choose(0, 0x2100).Select(static code => (char)code)));
        var token = characters.ArrayOf().Select(static letters => new string(letters));

        Prop.ForAll(Arb.From(token), static token =>
        {
            var legal = token.Length > 0 && token.All(static letter => letter is > ' ' and <= '~' and not ',');
            try
            {
                using var request = new HttpRequestMessage();
                AuthProfiles.Injection.Injector.Inject(Credential.Bearer(token), request, Sent.Rules);
                return legal && request.Headers.NonValidated["Authorization"].ToString() == "Bearer " + token;
            }
            catch (ArgumentException)
            {
                return !legal;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [TestCase("GET")]
    [TestCase("HEAD")]
    [TestCase("DELETE")]
    public async Task _6750_03_A_token_goes_into_no_body_of_a_method_that_has_none(string method)
    {
        using var primary = new StubPrimary();
        using var http = Over(primary, ConflictRule.Replace, CredentialField.Payload("access_token", "token"));
        using var request = new HttpRequestMessage(new(method), "https://api.example/x") { Content = new FormUrlEncodedContent([new("a", "1")]) };

        Assert.That(async () => await http.SendAsync(request), Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.InjectionRefused));
        Assert.That(primary.Sent, Is.Empty);
        await Task.CompletedTask;
    }

    [Test]
    public async Task _6750_03_A_token_goes_into_the_form_of_a_method_that_has_one([Values("POST", "PUT", "PATCH")] string method)
    {
        using var primary = new StubPrimary();
        using var http = Over(primary, ConflictRule.Refuse, CredentialField.Payload("access_token", "token"));
        using var request = new HttpRequestMessage(new(method), "https://api.example/x") { Content = new FormUrlEncodedContent([new("a", "1")]) };

        using var response = await http.SendAsync(request);

        Assert.That(primary.Sent.Single().Body, Is.EqualTo("a=1&access_token=token").Or.EqualTo("access_token=token&a=1"));
    }

    [Test]
    public async Task _6750_04_A_token_in_the_query_asks_every_cache_to_keep_nothing()
    {
        using var primary = new StubPrimary();
        using var http = Over(primary, ConflictRule.Refuse, CredentialField.QueryString("access_token", "token"), CredentialField.NoStore);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example/x");

        using var response = await http.SendAsync(request);

        Assert.That(primary.Sent.Single()["Cache-Control"], Is.EqualTo("no-store"));
        Assert.That(request.Headers, Is.Empty);
    }

    [Test]
    public async Task _6750_04_What_the_caller_says_about_caches_stays_and_is_no_conflict([Values] ConflictRule rule)
    {
        using var primary = new StubPrimary();
        using var http = Over(primary, rule, CredentialField.QueryString("access_token", "token"), CredentialField.NoStore);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example/x") { Headers = { CacheControl = new() { NoCache = true } } };

        using var response = await http.SendAsync(request);

        Assert.That(primary.Sent.Single()["Cache-Control"], Is.EqualTo("no-cache"));
        Assert.That(request.Headers.CacheControl.NoCache, Is.True);
    }

    [Test]
    public async Task _6750_04_A_field_of_the_profiles_own_for_caches_goes_before()
    {
        using var primary = new StubPrimary();
        var options = Options(ConflictRule.Refuse, CredentialField.NoStore, CredentialField.QueryString("access_token", "token"));
        options.AuthorizationFields.Add(AuthorizationField.Header("cache-control", "private"));
        using var http = Clients.Over(primary, new DelegateProfile("orders", options), new ManualClock());

        using var response = await http.GetAsync("x");

        Assert.That(primary.Sent.Single()["Cache-Control"], Is.EqualTo("private"));
    }

    [TestCase("QueryString", "access_token", "no-store")]
    [TestCase("Header", "X-Token", null)]
    public async Task _6750_04_An_access_token_goes_into_the_query_only_where_the_profile_says_so(string type, string key, string? expected)
    {
        using var primary = new StubPrimary(static _ => new() { Content = new StringContent("""{"access_token":"a token","token_type":"Bearer"}""") });
        var options = new ClientCredentialsOptions { BaseUrl = "https://api.example/", TokenUrl = "https://login.example/token", ClientId = "id", ClientSecret = "secret" };
        options.AuthorizationFields.Add(type == "Header" ? AuthorizationField.Header(key, "{{accessToken}}") : AuthorizationField.QueryString(key, "{{accessToken}}"));
        using var http = Clients.Over(primary, new ClientCredentialsProfile("orders", options), new ManualClock());

        using var response = await http.GetAsync("x");

        var sent = primary.Sent[^1];
        Assert.That(sent.Address.Query, Is.EqualTo(type == "Header" ? "" : "?access_token=a%20token"));
        Assert.That((sent["Cache-Control"], sent["Authorization"]), Is.EqualTo((expected, default(string))));
    }

    private static HttpClient Over(HttpMessageHandler primary, ConflictRule rule, params CredentialField[] fields) =>
        Clients.Over(primary, new DelegateProfile("orders", Options(rule, fields)), new ManualClock());

    private static DelegateOptions Options(ConflictRule rule, params CredentialField[] fields) =>
        new()
        {
            BaseUrl = "https://api.example/",
            OnConflict = rule,
            Acquire = (_, _) => new(new Credential(fields)),
            ShowsInAddress = Array.Exists(fields, static field => field.Type == AuthorizationFieldType.QueryString),
        };
}
