using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace AuthProfiles.Tests.Verification;

[TestFixture]
public sealed class RedactionTests
{
    private static readonly string Base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(OrdersTest.Secret));
    private static readonly string Percent = Uri.EscapeDataString(OrdersTest.Secret);

    public static IEnumerable<string> Echoes =>
    [
        OrdersTest.Secret,
        Base64,
        Percent,
        Percent.ToLowerInvariant(),
        WebUtility.UrlEncode(OrdersTest.Secret),
        JavaScriptEncoder.Default.Encode(OrdersTest.Secret),
        $$"""{"error":"{{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(OrdersTest.Secret)}}"}""",
        $$"""{"error":"{{string.Concat(OrdersTest.Secret.Select(static c => $"\\u{(int)c:x4}"))}}"}""",
        Convert.ToHexString(Encoding.UTF8.GetBytes(OrdersTest.Secret)),
        string.Concat(Encoding.UTF8.GetBytes(OrdersTest.Secret).Select(static unit => $"{unit:x2}")),
        Convert.ToBase64String(Encoding.UTF8.GetBytes("acme-client:" + OrdersTest.Secret)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes("cme-client:" + OrdersTest.Secret)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes("me-client:" + OrdersTest.Secret)),
    ];

    [TestCaseSource(nameof(Echoes))]
    public async Task A_secret_that_comes_back_is_shown_in_no_form(string echo)
    {
        await using var orders = new OrdersTest();
        orders.Token = _ =>
        {
            var answer = OrdersTest.Json(400, echo);
            answer.Headers.Add("X-Echo", Base64);
            answer.Headers.Add("X-Request-Id", "id-" + Base64);
            return answer;
        };

        var result = await orders.RunAsync();

        Assert.That(result.Response?.Body, Does.Contain("[redacted]").And.Not.EqualTo(echo));
        var all = All(result);
        Assert.That(all, Does.Contain("id-[redacted]").And.Not.Contain(Base64[4..12]).And.Not.Contain("42\"").And.Not.Contain("nary").IgnoreCase);
        Assert.That(all, Does.Not.Contain("secret%").IgnoreCase.And.Not.Contain(@"\u0063\u00e4"));
    }

    [TestCase("""{"access_token":"canary-1","token_type":"MAC"}""", """{"access_token":"[redacted]","token_type":"MAC"}""")]
    [TestCase("""{"a":{"refresh_token" : "canary-1"},"id_token":["canary-1",{}],"b":1}""", """{"a":{"refresh_token" : "[redacted]"},"id_token":"[redacted]","b":1}""")]
    [TestCase("""{"access\u005ftoken":"canary-1"}""", """{"access\u005ftoken":"[redacted]"}""")]
    [TestCase("""{"api_key":12345,"x":"y""", """{"api_key":"[redacted]","x":"y""")]
    [TestCase("{\"access_token\":\"canary-1", "{\"access_token\":\"[redacted]\"")]
    [TestCase("access_token=canary-1&scope=read", "access_token=[redacted]&scope=read")]
    [TestCase("""<client_secret>canary-1</client_secret>""", """<client_secret>[redacted]</client_secret>""")]
    [TestCase("""{"text":"{\"access_token\":\"canary-1\"}"}""", """{"text":"{\"access_token\":\"[redacted]\"}"}""")]
    [TestCase("Authorization: Bearer canary-1", "Authorization: [redacted]")]
    [TestCase("""{"error":"invalid_scope","token_type":"none"}""", """{"error":"invalid_scope","token_type":"none"}""")]
    public async Task What_is_named_like_a_secret_is_not_shown(string body, string shown)
    {
        await using var orders = new OrdersTest();
        orders.Token = _ => OrdersTest.Json(400, body);

        var result = await orders.RunAsync();

        Assert.That(result.Response?.Body, Is.EqualTo(shown));
        Assert.That(All(result), Does.Not.Contain("canary"));
    }

    [Test]
    public async Task The_fresh_token_is_shown_neither_as_it_came_nor_as_the_service_repeats_it()
    {
        await using var orders = new OrdersTest(static o => o.Probe = "GET orders/count?key=canary-query");
        orders.Api = static request => OrdersTest.Json(500, $"you sent {request.Headers.Authorization} or {Convert.ToBase64String("fresh-token"u8)}");

        var result = await orders.RunAsync();

        Assert.That(result.Response?.Body, Is.EqualTo("you sent [redacted] or [redacted]"));
        Assert.That(All(result), Does.Not.Contain("fresh").And.Not.Contain("canary"));
    }

    [Test]
    public async Task An_assertion_that_the_token_endpoint_repeats_is_not_shown()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var orders = new OrdersTest(o =>
        {
            o.ClientAuthentication = ClientAuthentication.PrivateKeyJwt;
            o.Connections["initech"] = new Dictionary<string, SecretValue> { ["clientId"] = "initech-client", ["clientKey"] = key.ExportPkcs8PrivateKeyPem() };
        });
        var assertion = string.Empty;
        orders.Token = request =>
        {
            using var body = new StreamReader(request.Content!.ReadAsStream());
            assertion = body.ReadToEnd().Split('&').Single(static pair => pair.StartsWith("client_assertion=", StringComparison.Ordinal)).Split('=')[1];
            return OrdersTest.Json(400, $"refused {assertion}");
        };

        var result = await orders.RunAsync("initech");

        Assert.That(assertion, Has.Length.GreaterThan(100), result.Message);
        Assert.That(result.Response?.Body, Is.EqualTo("refused [redacted]"));
        Assert.That(All(result), Does.Not.Contain(assertion));
    }

    [Test]
    public async Task A_long_body_is_cut_and_shows_no_half_of_a_secret()
    {
        await using var orders = new OrdersTest();
        var filler = new string('.', 4096 - 6);
        orders.Token = _ => OrdersTest.Json(400, filler + OrdersTest.Secret + filler);

        var result = await orders.RunAsync();

        Assert.That(result.Response?.Body, Is.EqualTo(filler + "[redac"));
    }

    [Test]
    public async Task A_secret_that_is_cut_where_recording_ends_is_not_shown()
    {
        await using var orders = new OrdersTest();
        const int AllButFiveBytes = (16 * 1024) - 5;
        orders.Token = _ => OrdersTest.Json(400, $"access_token={new string('x', AllButFiveBytes - 14)}&{OrdersTest.Secret}");

        var result = await orders.RunAsync();

        Assert.That(result.Response?.Body, Is.EqualTo("access_token=[redacted]&[redacted]"));
    }

    [Test]
    public async Task A_body_that_is_no_text_is_not_shown()
    {
        await using var orders = new OrdersTest();
        orders.Token = static _ => new(HttpStatusCode.BadRequest) { Content = new StringContent(OrdersTest.Secret, Encoding.Unicode) };

        var result = await orders.RunAsync();

        Assert.That(result.Response?.Body, Is.Null);
    }

    private static string All(AuthorizationTestResult result) => string.Join(
        '\n',
        [result.ToString(), result.Request?.ToString(), .. result.Request?.Headers.Select(static header => header.ToString()) ?? [], .. result.Response?.Headers.Select(static header => header.ToString()) ?? [], result.Response?.Body, result.Error?.ToString()]);
}
