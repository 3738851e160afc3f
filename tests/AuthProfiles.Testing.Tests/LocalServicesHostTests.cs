using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Samples;
using AuthProfiles.Testing.AzureOpenAI;

namespace AuthProfiles.Testing;

public sealed class LocalServicesHostTests
{
    [Test]
    public async Task The_same_services_answer_on_loopback()
    {
        await using var host = await LocalServicesHost.StartAsync();
        var contoso = await host.AddAzureOpenAIResourceAsync("contoso");
        host.AuthorizationServer.AddClient("app", "s3cret");
        host.AzureOpenAI.Resource("contoso").Key1 = "key";
        for (var i = 0; i < 3; i++)
        {
            host.Zendesk.Account("acme").Tickets.Add($"Ticket {i}");
        }

        using var client = new HttpClient();
        var account = host.ZendeskAccountAddress("acme");
        var zendesk = await TokenAsync(client, new Uri(account, "oauth/tokens"), "read write");
        var entra = await TokenAsync(client, new Uri(host.LoginAddress, "contoso.example/oauth2/v2.0/token"), "https://cognitiveservices.azure.com/.default");

        using var page = await client.SendAsync(Wire.Request(HttpMethod.Get, new Uri(account, "api/v2/tickets?page%5Bsize%5D=2").AbsoluteUri, authorization: new("Bearer", zendesk)));
        var next = (string)(await page.JsonAsync())["links"]!["next"]!;
        using var last = await client.SendAsync(Wire.Request(HttpMethod.Get, next, authorization: new("Bearer", zendesk)));
        using var deleted = await client.SendAsync(Wire.Request(HttpMethod.Delete, new Uri(account, "api/v2/tickets/1").AbsoluteUri, authorization: new("Bearer", zendesk)));
        using var other = await client.SendAsync(Wire.Request(HttpMethod.Get, new Uri(host.ZendeskAddress, "globex/api/v2/tickets").AbsoluteUri, authorization: new("Bearer", zendesk)));
        using var chat = await client.SendAsync(Wire.Request(HttpMethod.Post, new Uri(contoso, "openai/v1/chat/completions").AbsoluteUri, LocalAzureOpenAITests.Prompt("Hello – ありがとう"), new("Bearer", entra)));
        using var keyless = await client.SendAsync(Wire.Request(HttpMethod.Post, new Uri(contoso, "openai/v1/chat/completions").AbsoluteUri, LocalAzureOpenAITests.Prompt("Hello")));

        Assert.Multiple(async () =>
        {
            Assert.That(contoso.Host, Is.EqualTo("127.0.0.1"));
            Assert.That(next, Does.StartWith(account.AbsoluteUri + "api/v2/tickets.json?"));
            Assert.That((JsonArray)(await last.JsonAsync())["tickets"]!, Has.Count.EqualTo(1));
            Assert.That(deleted.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((string?)(await chat.JsonAsync())["choices"]![0]!["message"]!["content"], Is.EqualTo("Hello – ありがとう"));
            Assert.That(keyless.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(host.AuthorizationServer.Issued, Is.EqualTo(2));
            Assert.That(host.Zendesk.Requests[0].HasBearer(zendesk), Is.True);
        });
    }

    [Test]
    public async Task A_failed_answer_keeps_its_headers_on_the_wire()
    {
        await using var host = await LocalServicesHost.StartAsync();
        host.Zendesk.ThrottleNext(TimeSpan.FromSeconds(3));
        using var client = new HttpClient();

        using var response = await client.GetAsync(new Uri(host.ZendeskAccountAddress("acme"), "api/v2/tickets"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(response.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(3)));
    }

    [Test]
    public async Task A_cut_answer_is_cut_on_the_wire()
    {
        await using var host = await LocalServicesHost.StartAsync();
        host.Zendesk.CutNext();
        using var client = new HttpClient();

        var error = await Assert.CatchAsync<HttpRequestException>(() => client.GetStringAsync(new Uri(host.ZendeskAccountAddress("acme"), "api/v2/users/me")));

        Assert.That(error!.HttpRequestError, Is.EqualTo(HttpRequestError.ResponseEnded));
    }

    [TestCase("acme/", false)]
    [TestCase("contoso.example/v2.0/", false)]
    [TestCase("acme/", true)]
    public async Task A_consent_comes_back_over_http_and_is_renewed(string issuer, bool isZendesk)
    {
        await using var host = await LocalServicesHost.StartAsync();
        host.AuthorizationServer.SignIn("mia");
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var (authorizationUrl, tokenUrl) = isZendesk
            ? (new Uri(host.ZendeskAccountAddress("acme"), "oauth/authorizations/new").AbsoluteUri, new Uri(host.ZendeskAccountAddress("acme"), "oauth/tokens").AbsoluteUri)
            : await DiscoverAsync(client, new Uri(host.LoginAddress, issuer));

        using var consent = await client.GetAsync(
            $"{authorizationUrl}?response_type=code&client_id=app&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fcb&state=s&scope=read+offline_access"
            + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");
        Assert.That(consent.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        var code = consent.Headers.Location!.Query.Split("code=")[1].Split('&')[0];
        using var redeemed = await client.SendAsync(Wire.Form(
            tokenUrl,
            ("grant_type", "authorization_code"),
            ("client_id", "app"),
            ("code", code),
            ("redirect_uri", "http://127.0.0.1:9/cb"),
            ("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")));
        var refreshToken = (string)(await redeemed.JsonAsync())["refresh_token"]!;
        using var renewed = await client.SendAsync(Wire.Form(tokenUrl, ("grant_type", "refresh_token"), ("client_id", "app"), ("refresh_token", refreshToken)));

        var accessToken = (string)(await renewed.JsonAsync())["access_token"]!;
        Assert.That(host.AuthorizationServer.TryValidate(accessToken, out var token), Is.True);
        Assert.That(token!.UserName, Is.EqualTo("mia"));
        Assert.That(host.Zendesk.RequestCount, Is.Zero);
    }

    [Test]
    public async Task After_disposal_nobody_listens()
    {
        var host = await LocalServicesHost.StartAsync();
        var address = host.ZendeskAddress;
        await host.DisposeAsync();
        using var client = new HttpClient();

        await Assert.ThatAsync(() => client.GetAsync(address), Throws.InstanceOf<HttpRequestException>());
    }

    private static async Task<(string AuthorizationUrl, string TokenUrl)> DiscoverAsync(HttpClient client, Uri issuer)
    {
        using var response = await client.GetAsync(new Uri(issuer, ".well-known/openid-configuration"));
        var metadata = await response.JsonAsync();
        Assert.That((string?)metadata["issuer"], Is.EqualTo(issuer.AbsoluteUri.TrimEnd('/')));
        return ((string)metadata["authorization_endpoint"]!, (string)metadata["token_endpoint"]!);
    }

    private static async Task<string> TokenAsync(HttpClient client, Uri address, string scope)
    {
        using var response = await client.SendAsync(Wire.ClientCredentials(address.AbsoluteUri, scope));
        return (string)(await response.JsonAsync())["access_token"]!;
    }
}
