using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Verification;

[TestFixture]
public sealed class AuthorizationTesterTests
{
    [Test]
    public async Task A_wrong_secret_fails_at_authorization_and_names_the_setting()
    {
        await using var orders = new OrdersTest();
        orders.Token = static _ => OrdersTest.Json(401, """{"error":"invalid_client"}""");

        var result = await orders.RunAsync();

        Assert.Multiple(() =>
        {
            Assert.That(result.ToString(), Is.EqualTo(
                "orders for acme: failed at Authorization. POST https://login.orders.example/acme/oauth/token answered 401 invalid_client." + Environment.NewLine
                + "Client id or secret is wrong: check AuthProfiles:Profiles:orders:Connections:acme:ClientSecret, or set ClientAuthentication to Post where the service takes them in the body."));
            Assert.That(result.Succeeded, Is.False);
            Assert.That(result.Error?.Kind, Is.EqualTo(AuthorizationErrorKind.ClientRefused));
            Assert.That(result.Response?.StatusCode, Is.EqualTo(401));
            Assert.That(result.Response?.Body, Is.EqualTo("""{"error":"invalid_client"}"""));
            Assert.That(result.Request?.Headers, Does.Contain(KeyValuePair.Create("Authorization", "[redacted]")));
        });
    }

    [Test]
    public async Task A_good_secret_succeeds_at_authorization_where_there_is_no_probe()
    {
        await using var orders = new OrdersTest();

        var result = await orders.RunAsync();

        Assert.That(result.ToString(), Is.EqualTo("orders for acme: succeeded. POST https://login.orders.example/acme/oauth/token answered 200."));
        Assert.That(result.Stage, Is.EqualTo(AuthorizationTestStage.Authorization));
        Assert.That(orders.Sent, Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_probe_goes_out_with_the_fresh_credential(bool bindsClient)
    {
        await using var orders = new OrdersTest(static o => o.Probe = "GET orders/count?days=7", bindsClient);

        var result = await orders.RunAsync();

        Assert.That(result.ToString(), Is.EqualTo("orders for acme: succeeded. GET https://acme.orders.example/api/orders/count?days=[redacted] answered 200."));
        Assert.That(orders.Sent, Has.Count.EqualTo(1));
        Assert.That(orders.Sent[0].Address, Is.EqualTo("https://acme.orders.example/api/orders/count?days=7"));
        Assert.That(orders.Sent[0].Headers, Does.Contain("Authorization: Bearer fresh-token"));
        Assert.That(orders.Sent[0].Headers.Contains("X-Version: 7", StringComparison.Ordinal), Is.EqualTo(bindsClient));
    }

    [TestCase(401)]
    [TestCase(403)]
    public async Task A_refused_probe_after_a_good_token_lacks_a_role_and_is_sent_once(int status)
    {
        await using var orders = new OrdersTest(static o => o.Probe = "GET orders/count");
        orders.Api = _ => OrdersTest.Json(status, "{}");

        var result = await orders.RunAsync();

        Assert.Multiple(() =>
        {
            Assert.That(result.Stage, Is.EqualTo(AuthorizationTestStage.Probe));
            Assert.That(result.Message, Does.Contain(status.ToString(CultureInfo.InvariantCulture)).And.Contain("a role or permission is missing").And.Not.Contain("secret"));
            Assert.That(orders.Sent, Has.Count.EqualTo(1));
            Assert.That(orders.TokenRequests, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_refused_key_is_named_by_its_setting()
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddApiKey("weather", static o => (o.BaseUrl, o.Key, o.Probe) = ("https://api.weather.example/", "canary-key", "GET today"));
        services.AddHttpClient("AuthProfiles.ProbeClient").ConfigurePrimaryHttpMessageHandler(static () => new StubPrimary(static _ => OrdersTest.Json(401, "canary-key is no key")));
        await using var provider = services.BuildServiceProvider();

        var result = await provider.GetRequiredService<IAuthorizationTester>().TestAsync("weather");

        Assert.That(result.ToString(), Is.EqualTo(
            "weather: failed at Probe. GET https://api.weather.example/today answered 401." + Environment.NewLine
            + "The service does not accept the credential: check AuthProfiles:Profiles:weather:Key."));
        Assert.That(result.Response?.Body, Is.EqualTo("[redacted] is no key"));
    }

    [Test]
    public async Task A_key_without_a_probe_succeeds_and_says_that_nothing_was_sent()
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddApiKey("weather", static o => (o.BaseUrl, o.Key) = ("https://api.weather.example/", "k"));
        await using var provider = services.BuildServiceProvider();

        var result = await provider.GetRequiredService<IAuthorizationTester>().TestAsync("weather");

        Assert.That(result.Succeeded, Is.True);
        Assert.That(result.Message, Does.Contain("Nothing was sent").And.Contain("AuthProfiles:Profiles:weather:Probe"));
        Assert.That(result.Request, Is.Null);
    }

    [TestCase("orders", "initech", null, AuthorizationErrorKind.UnknownConnection)]
    [TestCase("orders", "globex", null, AuthorizationErrorKind.Configuration)]
    [TestCase("orders", null, null, AuthorizationErrorKind.UnknownConnection)]
    [TestCase("orders", "a:b", null, AuthorizationErrorKind.InvalidValue)]
    [TestCase("orders", "acme", "mia", AuthorizationErrorKind.UnknownConnection)]
    public async Task A_connection_that_can_not_be_used_fails_at_connection(string profile, string? tenant, string? user, AuthorizationErrorKind kind)
    {
        await using var orders = new OrdersTest(static o => o.Probe = "GET orders/count");

        var result = await orders.RunAsync(tenant, profile, user);

        Assert.That(result.Stage, Is.EqualTo(AuthorizationTestStage.Connection), result.ToString());
        Assert.That(result.Error?.Kind, Is.EqualTo(kind));
        Assert.That(result.Request, Is.Null);
        Assert.That(orders.TokenRequests, Is.Zero);
    }

    [Test]
    public async Task A_missing_value_is_named_by_its_setting()
    {
        await using var orders = new OrdersTest();

        var result = await orders.RunAsync("globex");

        Assert.That(result.Message, Does.Contain("AuthProfiles:Profiles:orders:Connections:globex:ClientSecret"));
    }

    [Test]
    public async Task A_profile_that_nobody_declares_fails_at_configuration()
    {
        await using var orders = new OrdersTest();

        var result = await orders.RunAsync(profile: "order");

        Assert.That(result.Stage, Is.EqualTo(AuthorizationTestStage.Configuration));
        Assert.That(result.Message, Does.Contain("orders"));
    }

    [TestCase("POST orders")]
    [TestCase("GET")]
    [TestCase("GET ")]
    [TestCase("GET https://elsewhere.example/")]
    [TestCase("GET ../admin")]
    public async Task A_wrong_probe_fails_at_configuration_before_anything_is_sent(string probe)
    {
        await using var orders = new OrdersTest(o => o.Probe = probe);

        var result = await orders.RunAsync();

        Assert.That(result.Stage, Is.EqualTo(AuthorizationTestStage.Configuration), result.ToString());
        Assert.That(orders.TokenRequests, Is.Zero);
    }

    [Test]
    public async Task A_test_acquires_afresh_and_leaves_the_credential_in_use_alone()
    {
        await using var orders = new OrdersTest(static o => o.Probe = "GET orders/count");
        orders.Token = _ => OrdersTest.Json(200, $$"""{"access_token":"token-{{orders.TokenRequests}}","token_type":"Bearer","expires_in":3600}""");

        using (await orders.Client.For("acme").GetAsync("orders/1"))
        {
        }

        await orders.RunAsync();
        using (await orders.Client.For("acme").GetAsync("orders/2"))
        {
        }

        Assert.That(
            orders.Sent.Select(static sent => sent.Headers[sent.Headers.IndexOf("token-", StringComparison.Ordinal)..].Trim()[..7]),
            Is.EqualTo(new[] { "token-1", "token-2", "token-1" }));
    }

    [Test]
    public async Task A_test_waits_for_no_back_off()
    {
        await using var orders = new OrdersTest();
        var good = orders.Token;
        orders.Token = static _ => OrdersTest.Json(401, """{"error":"invalid_client"}""");
        Assert.That(async () => await orders.Client.For("acme").GetAsync("orders/1"), Throws.TypeOf<AuthorizationException>());
        orders.Token = good;

        var result = await orders.RunAsync();

        Assert.That(result.Succeeded, Is.True, result.ToString());
    }

    [Test]
    public async Task A_probe_without_an_answer_fails_with_the_request_and_no_response()
    {
        await using var orders = new OrdersTest(static o => o.Probe = "GET orders/count");
        orders.Api = static _ => throw new HttpRequestException(HttpRequestError.NameResolutionError, "canary");

        var result = await orders.RunAsync();

        Assert.That(result.Stage, Is.EqualTo(AuthorizationTestStage.Probe));
        Assert.That(result.Message, Does.Contain("got no answer").And.Contain("NameResolutionError").And.Not.Contain("canary"));
        Assert.That(result.Response, Is.Null);
    }

    [Test]
    public async Task The_callers_own_cancellation_is_the_only_exception()
    {
        await using var orders = new OrdersTest();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.That(async () => await orders.RunAsync(cancellationToken: cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_function_that_throws_is_a_result_without_its_text()
    {
        var profile = new DelegateProfile("own", new() { BaseUrl = "https://api.example/", Acquire = static (_, _) => throw new InvalidOperationException("canary") });

        var result = await profile.TestAsync();

        Assert.That(result.ToString(), Is.EqualTo("own: failed at Authorization. The profile failed with InvalidOperationException."));
    }

    [Test]
    public async Task A_default_header_that_works_for_the_client_works_for_its_probe()
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddApiKey("weather", static o => (o.BaseUrl, o.Key, o.Probe) = ("https://api.weather.example/", "k", "GET today"));
        using var primary = new StubPrimary();
#pragma warning disable RS0030 // What an application may do.
        services.AddHttpClient("weather", static http => http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "agent (of ours"))
            .AddAuthorizationProfile("weather").ConfigurePrimaryHttpMessageHandler(() => primary);
#pragma warning restore RS0030
        await using var provider = services.BuildServiceProvider();

        var result = await provider.GetRequiredService<IAuthorizationTester>().TestAsync("weather");

        Assert.That(result.Succeeded, result.ToString());
        Assert.That(primary.Sent.Single()["User-Agent"], Is.EqualTo("agent (of ours"));
    }

    [Test]
    [Category("I2")]
    public async Task What_a_test_has_seen_is_let_go_when_it_is_over()
    {
        await using var orders = new OrdersTest(static o => (o.TokenUrl, o.Issuer) = (null, "https://login.orders.example"));

        var seen = await SeenByTestAsync(orders);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.That(seen.IsAlive, Is.False, "an answer with a token is still in memory");
    }

    [Test]
    public async Task The_duration_is_the_clocks()
    {
        await using var orders = new OrdersTest();
        var good = orders.Token;
        orders.Token = request =>
        {
            orders.Time.Advance(TimeSpan.FromSeconds(3));
            return good(request);
        };

        var result = await orders.RunAsync();

        Assert.That(result.Duration, Is.EqualTo(TimeSpan.FromSeconds(3)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> SeenByTestAsync(OrdersTest orders)
    {
        var seen = new WeakReference(null);
        orders.Token = request =>
        {
            if (request.Method == HttpMethod.Get)
            {
                return OrdersTest.Json(200, """{"issuer":"https://login.orders.example","token_endpoint":"https://login.orders.example/token"}""");
            }

            var answer = new MemoryStream("""{"access_token":"fresh-token","token_type":"Bearer","expires_in":3600}"""u8.ToArray());
            seen.Target = answer;
            return new(HttpStatusCode.OK) { Content = new StreamContent(answer) };
        };
        var result = await orders.RunAsync();
        Assert.That(result.Succeeded, result.ToString());
        return seen;
    }
}
