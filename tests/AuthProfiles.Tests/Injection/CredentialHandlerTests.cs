using System.Net;
using System.Text;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Injection;

[TestFixture]
public sealed class CredentialHandlerTests
{
    private readonly ManualClock _clock = new();

    [Test]
    [Category("I3")]
    public async Task The_request_is_left_as_it_was_found()
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new CountingProfile(), _clock);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example/x?a=b");

        using var response = await http.SendAsync(request);

        Assert.That(primary.Sent.Single()["Authorization"], Is.EqualTo("Bearer token-1"));
        Assert.That(request.Headers.NonValidated.Contains("Authorization"), Is.False);
        Assert.That(response.RequestMessage!.Headers.NonValidated.Contains("Authorization"), Is.False);
    }

    [Test]
    [Category("I1")]
    public void Without_a_credential_nothing_is_sent()
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new CountingProfile((_, request, _) => throw request.Failure(AuthorizationErrorKind.ClientRefused, "no")), _clock);

        Assert.That(async () => await http.GetAsync("x"), Throws.TypeOf<AuthorizationException>());
        Assert.That(primary.Sent, Is.Empty);
    }

    [Test]
    [Category("I1")]
    public async Task A_synchronous_send_has_a_warm_credential_or_is_refused()
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new CountingProfile(), _clock);

        Assert.That(() => http.Send(new(HttpMethod.Get, "x")), Throws.TypeOf<NotSupportedException>());
        Assert.That(primary.Sent, Is.Empty);
        await http.GetAsync("x");
        using var response = http.Send(new(HttpMethod.Get, "y"));
        Assert.That(primary.Sent.Select(sent => sent["Authorization"]), Is.All.EqualTo("Bearer token-1"));
    }

    [Test]
    [Category("I1")]
    public void A_synchronous_send_has_a_key_that_needs_no_io()
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new ApiKeyProfile("weather", new() { BaseUrl = "https://api.example/", Key = "k" }), _clock);

        using var response = http.Send(new(HttpMethod.Get, "x"));

        Assert.That(primary.Sent.Single()["x-api-key"], Is.EqualTo("k"));
    }

    [Test]
    public async Task A_401_is_answered_by_one_renewal_and_one_resend_with_the_whole_body()
    {
        using var primary = new StubPrimary(request => new(request.Headers.Authorization?.Parameter == "token-1" ? HttpStatusCode.Unauthorized : HttpStatusCode.OK));
        var profile = new CountingProfile();
        using var http = Clients.Over(primary, profile, _clock);

        using var response = await http.PostAsync("x", new StringContent("the body"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(primary.Sent.Select(sent => (sent["Authorization"], sent.Body)), Is.EqualTo(new[] { ("Bearer token-1", "the body"), ("Bearer token-2", "the body") }));
    }

    [Test]
    public async Task A_second_401_goes_back()
    {
        using var primary = new StubPrimary(HttpStatusCode.Unauthorized);
        var profile = new CountingProfile();
        using var http = Clients.Over(primary, profile, _clock);

        using var response = await http.GetAsync("x");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(primary.Sent, Has.Count.EqualTo(2));
        Assert.That(profile.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task A_401_for_a_body_that_can_not_go_again_goes_back_and_the_next_call_has_the_new_credential()
    {
        using var primary = new StubPrimary(request => new(request.Headers.Authorization?.Parameter == "token-1" ? HttpStatusCode.Unauthorized : HttpStatusCode.OK));
        using var http = Clients.Over(primary, new CountingProfile(), _clock);

        using var refused = await http.PostAsync("x", new OneShotContent("once"));
        using var next = await http.GetAsync("x");

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(next.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(primary.Sent, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_key_that_is_refused_is_never_sent_again()
    {
        using var primary = new StubPrimary(HttpStatusCode.Unauthorized);
        using var http = Clients.Over(primary, new ApiKeyProfile("weather", new() { BaseUrl = "https://api.example/", Key = "k" }), _clock);

        using var response = await http.GetAsync("x");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(primary.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    [Category("I4")]
    [TestCase("https://evil.example/x")]
    [TestCase("https://api.example:444/x")]
    [TestCase("http://api.example/x")]
    [TestCase("https://api.example./x")]
    [TestCase("//evil.example/x")]
    public void _6750_07_Another_origin_gets_nothing(string address)
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new CountingProfile(), _clock);

        Assert.That(async () => await http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute)), Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.OriginRefused));
        Assert.That(primary.Sent, Is.Empty);
    }

    [TestCase("https://evil.example/x", "or add the origin to AlsoAllow")]
    [TestCase("http://api.example/x", "no credential goes out by plain http")]
    public void A_refused_origin_is_told_with_the_cure_that_helps(string address, string cure)
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new CountingProfile(), _clock);

        Assert.That(async () => await http.GetAsync(new Uri(address)), Throws.TypeOf<AuthorizationException>().With.Message.Contains(cure));
    }

    [Test]
    [Category("I4")]
    public async Task _6750_07_A_platform_primary_loses_redirects_and_cookies()
    {
        using var primary = new SocketsHttpHandler { ConnectCallback = (_, _) => throw new HttpRequestException("no network in this test") };
        using var http = Clients.Over(primary, new CountingProfile(), _clock);

        await Task.WhenAny(http.GetAsync("x").ContinueWith(_ => { }, TaskScheduler.Default));

        Assert.That((primary.AllowAutoRedirect, primary.UseCookies), Is.EqualTo((false, false)));
    }

    [Test]
    [Category("I4")]
    public async Task A_platform_primary_that_was_used_before_is_refused()
    {
        using var primary = new SocketsHttpHandler { ConnectCallback = (_, _) => throw new HttpRequestException("no network in this test") };
        using (var used = new HttpClient(primary, disposeHandler: false))
        {
            await used.GetAsync("https://api.example/").ContinueWith(_ => { }, TaskScheduler.Default);
        }

        using var http = Clients.Over(primary, new CountingProfile(), _clock);

        Assert.That(async () => await http.GetAsync("x"), Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.Configuration));
    }

    [Test]
    public async Task A_failing_send_leaves_the_request_clean_too()
    {
        using var primary = new StubPrimary(_ => throw new HttpRequestException("cut"));
        using var http = Clients.Over(primary, new CountingProfile(), _clock);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example/x");

        Assert.That(async () => await http.SendAsync(request), Throws.TypeOf<HttpRequestException>());
        Assert.That(request.Headers.NonValidated.Contains("Authorization"), Is.False);
        await Task.CompletedTask;
    }

    [Test]
    [Category("I3")]
    public async Task Every_place_is_filled_and_cleaned()
    {
        var options = new CustomOptions { BaseUrl = "https://api.example/" };
        options.AdditionalFields.Add(new("pin"));
        options.Inputs["pin"] = "12 34";
        options.AuthorizationFields.Add(AuthorizationField.Header("x-pin", "{{pin}}"));
        options.AuthorizationFields.Add(AuthorizationField.QueryString("pin", "{{pin}}"));
        options.AuthorizationFields.Add(AuthorizationField.PathParam("pin", "{{pin}}"));
        options.AuthorizationFields.Add(AuthorizationField.Payload("/auth/pin", "{{pin}}"));
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new CustomProfile("bank", options), _clock);
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example/v/{pin}/x?a=1") { Content = new StringContent("{\"b\":1}", Encoding.UTF8, "application/json") };
        var (address, content) = (request.RequestUri!.OriginalString, request.Content);

        using var response = await http.SendAsync(request);

        var sent = primary.Sent.Single();
        Assert.That(sent.Address.AbsoluteUri, Is.EqualTo("https://api.example/v/12%2034/x?a=1&pin=12%2034"));
        Assert.That(sent["x-pin"], Is.EqualTo("12 34"));
        Assert.That(sent.Body, Does.Contain("\"auth\":{\"pin\":\"12 34\"}").And.Contain("\"b\":1"));
        Assert.That(request.RequestUri!.OriginalString, Is.EqualTo(address));
        Assert.That(request.Content, Is.SameAs(content));
        Assert.That(request.Headers, Is.Empty);
    }

    [Test]
    [Category("I7")]
    public async Task A_view_and_a_request_name_whose_credential_goes_out()
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new CountingProfile((_, request, _) => new(Credential.Bearer(request.Connection.Key.Tenant ?? "own"))), _clock);

        await http.GetAsync("x");
        await http.For("acme").GetAsync("x");
        await http.For("acme").For("globex").GetAsync("x");
        await http.For("acme").SendAsync(new HttpRequestMessage(HttpMethod.Get, "x").For("initech"));

        Assert.That(primary.Sent.Select(sent => sent["Authorization"]), Is.EqualTo(new[] { "Bearer own", "Bearer acme", "Bearer globex", "Bearer initech" }));
    }

    [Test]
    public void A_client_of_somebody_else_has_no_views()
    {
        using var http = new HttpClient();

        Assert.That(() => http.For("acme"), Throws.TypeOf<AuthorizationException>().With.Message.Contains("AddAuthorizationProfile"));
    }

    [TestCase("")]
    [TestCase(" acme")]
    [TestCase("a:b")]
    [TestCase("a\nb")]
    public void A_name_that_would_forge_something_is_refused_at_once(string tenant)
    {
        using var http = Clients.Over(new StubPrimary(), new CountingProfile(), _clock);

        Assert.That(() => http.For(tenant), Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.InvalidValue));
    }

    [Test]
    public void Half_a_character_is_no_name()
    {
        using var http = Clients.Over(new StubPrimary(), new CountingProfile(), _clock);

        Assert.That(() => http.For(new string('\ud800', 1)), Throws.TypeOf<AuthorizationException>());
    }

    [Test]
    [Category("I5")]
    [TestCase("evil.com/")]
    [TestCase("a.b")]
    [TestCase("-a")]
    [TestCase("a@b")]
    [TestCase("xn--80ak6aa92e")]
    public void A_tenant_can_not_move_the_host(string tenant)
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new CountingProfile(baseUrl: "https://{tenant}.api.example/"), _clock);

        Assert.That(async () => await http.For(tenant).GetAsync("x"), Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.InvalidValue));
        Assert.That(primary.Sent, Is.Empty);
    }

    [Test]
    public async Task A_tenant_read_from_the_store_gets_its_address_below_the_placeholder()
    {
        var options = new ApiKeyOptions { BaseUrl = "https://{tenant}.api.example/v1/", AllowAnyTenant = false };
        options.Connections["other"] = new Dictionary<string, SecretValue> { ["key"] = "o" };
        var store = new InMemoryConnectionStore();
        await store.TryWriteAsync(new() { Key = new("shop", "acme"), Inputs = System.Collections.Immutable.ImmutableDictionary<string, SecretValue>.Empty.Add("key", "k-acme") }, 0);
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new ApiKeyProfile("shop", options), _clock, store);

        using var response = await http.For("acme").GetAsync("orders/7?x=1");

        Assert.That(primary.Sent.Single().Address.AbsoluteUri, Is.EqualTo("https://acme.api.example/v1/orders/7?x=1"));
        Assert.That(primary.Sent.Single()["x-api-key"], Is.EqualTo("k-acme"));
        Assert.That(response.RequestMessage!.RequestUri!.Host, Is.EqualTo("acme.api.example"));
    }

    [Test]
    [TestCase("https://{tenant}.api.example/v1/", "orders/7?x=1")]
    [TestCase("https://{tenant}.api.example/v1/", "/orders")]
    [TestCase("https://{tenant}.api.example/v1/", "../v2/orders")]
    [TestCase("https://{tenant}.api.example/v1", "orders")]
    [TestCase("https://{tenant}.api.example/v1", "")]
    [TestCase("https://api.example/{tenant}/v1/", "orders?x=1")]
    [TestCase("https://api.example/{tenant}/v1", "orders")]
    public async Task An_address_below_the_placeholder_is_joined_as_a_client_joins_it_to_a_base_address_that_is_known(string baseUrl, string address)
    {
        var options = new ApiKeyOptions { BaseUrl = baseUrl };
        options.Connections["acme"] = new Dictionary<string, SecretValue> { ["key"] = "k" };
        var store = new InMemoryConnectionStore();
        await store.TryWriteAsync(new() { Key = new("shop", "late"), Inputs = System.Collections.Immutable.ImmutableDictionary<string, SecretValue>.Empty.Add("key", "k") }, 0);
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new ApiKeyProfile("shop", options), _clock, store);

        (await http.For("acme").GetAsync(address)).Dispose();
        (await http.For("late").GetAsync(address)).Dispose();

        Assert.That(primary.Sent[1].Address.AbsoluteUri.Replace("late", "acme", StringComparison.Ordinal), Is.EqualTo(primary.Sent[0].Address.AbsoluteUri));
    }

    [Test]
    public async Task A_view_has_the_default_headers_of_its_client_as_they_were_given()
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new CountingProfile(), _clock);
#pragma warning disable RS0030 // What an application may do.
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "shop (unclosed");
#pragma warning restore RS0030
        http.DefaultRequestHeaders.Add("X-Team", ["one", "two"]);
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json, text/plain;q=0.5");

        (await http.For("acme").GetAsync("x")).Dispose();
        (await http.GetAsync("x")).Dispose();

        foreach (var name in new[] { "User-Agent", "X-Team", "Accept" })
        {
            Assert.That(primary.Sent[0][name], Is.EqualTo(primary.Sent[1][name]).And.Not.Null, name);
        }
    }

    [Test]
    [Category("I7")]
    public async Task A_view_of_a_view_has_the_address_of_its_own_connection_unless_the_caller_has_set_one()
    {
        var options = new ApiKeyOptions { BaseUrl = "https://{tenant}.api.example/v1/" };
        options.Connections["acme"] = new Dictionary<string, SecretValue> { ["key"] = "a" };
        options.Connections["globex"] = new Dictionary<string, SecretValue> { ["key"] = "g" };
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new ApiKeyProfile("shop", options), _clock);
        var acme = http.For("acme");

        await acme.For("globex").GetAsync("x");

        Assert.That(primary.Sent.Single().Address.AbsoluteUri, Is.EqualTo("https://globex.api.example/v1/x"));
        Assert.That(primary.Sent.Single()["x-api-key"], Is.EqualTo("g"));
        acme.BaseAddress = new Uri("https://acme.api.example/v2/");
        Assert.That(acme.For("acme", "mia").BaseAddress, Is.EqualTo(acme.BaseAddress));
        Assert.That(acme.For("acme", "mia").For("acme").BaseAddress, Is.EqualTo(acme.BaseAddress));
    }

    [Test]
    public void A_profile_with_a_tenant_in_its_address_needs_one_named()
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new CountingProfile(baseUrl: "https://{tenant}.api.example/"), _clock);

        Assert.That(async () => await http.GetAsync("x"), Throws.TypeOf<AuthorizationException>().With.Message.Contains("For"));
        Assert.That(async () => await http.GetAsync("https://acme.api.example/x"), Throws.TypeOf<AuthorizationException>());
        Assert.That(primary.Sent, Is.Empty);
    }

    [Test]
    public void Nothing_prints_the_secret()
    {
        var profile = new ApiKeyProfile("weather", new() { BaseUrl = "https://api.example/", Key = "canary-key" });

        Assert.That($"{profile.Definition}", Does.Not.Contain("canary"));
        Assert.That($"{new SecretValue("canary")} {Credential.Bearer("canary")} {CredentialField.Header("a", "canary")}", Does.Not.Contain("canary"));
    }

    private sealed class OneShotContent(string text) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
