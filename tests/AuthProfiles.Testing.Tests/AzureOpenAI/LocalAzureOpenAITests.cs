using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.AzureOpenAI;

public sealed class LocalAzureOpenAITests
{
    private const string Scope = "https://cognitiveservices.azure.com/.default";
    private const string Deployment = "https://contoso.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21";
    private const string Version1 = "https://contoso.openai.azure.com/openai/v1/chat/completions";

    private LocalServices _local = null!;
    private HttpClient _client = null!;

    [SetUp]
    public void Start()
    {
        _local = new LocalServices();
        _client = _local.Client();
    }

    [TearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _local.DisposeAsync();
    }

    [TestCase(Deployment)]
    [TestCase(Version1)]
    [TestCase("https://contoso.cognitiveservices.azure.com/openai/v1/chat/completions")]
    [TestCase("https://contoso.services.ai.azure.com/openai/v1/chat/completions")]
    public async Task A_key_or_a_token_opens_both_url_families(string address)
    {
        var token = await _local.TokenAsync(Wire.EntraTokenUrl, Scope);

        using var byKey = await ChatAsync(address, key: "k");
        using var byToken = await ChatAsync(address, token: token);

        Assert.That(byKey.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(byToken.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("one", ExpectedResult = HttpStatusCode.OK)]
    [TestCase("two", ExpectedResult = HttpStatusCode.OK)]
    [TestCase("three", ExpectedResult = HttpStatusCode.Unauthorized)]
    [TestCase("", ExpectedResult = HttpStatusCode.Unauthorized)]
    public async Task<HttpStatusCode> Either_key_of_the_resource_is_accepted_and_no_other(string key)
    {
        var resource = _local.AzureOpenAI.Resource("contoso");
        resource.Key1 = "one";
        resource.Key2 = "two";

        using var response = await ChatAsync(Deployment, key);

        return response.StatusCode;
    }

    [TestCase(Deployment, ExpectedResult = HttpStatusCode.Unauthorized)]
    [TestCase(Version1, ExpectedResult = HttpStatusCode.OK)]
    public async Task<HttpStatusCode> Only_v1_takes_a_key_as_a_bearer(string address)
    {
        _local.AzureOpenAI.Resource("contoso").Key1 = "one";

        using var response = await ChatAsync(address, token: "one");

        return response.StatusCode;
    }

    [Test]
    public async Task A_bad_key_and_a_bad_token_are_refused_in_two_shapes()
    {
        _local.AzureOpenAI.Resource("contoso").Key1 = "one";

        using var key = await ChatAsync(Deployment, key: "wrong");
        using var token = await ChatAsync(Deployment, token: "wrong");
        using var nothing = await ChatAsync(Deployment);

        Assert.Multiple(async () =>
        {
            Assert.That((string?)(await key.JsonAsync())["error"]!["code"], Is.EqualTo("401"));
            Assert.That((int)(await token.JsonAsync())["statusCode"]!, Is.EqualTo(401));
            Assert.That(nothing.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        });
    }

    [Test]
    public async Task An_expired_token_is_refused()
    {
        var token = await _local.TokenAsync(Wire.EntraTokenUrl, Scope);
        _local.Clock.Advance(TimeSpan.FromHours(1));

        using var response = await ChatAsync(Deployment, token: token);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_token_for_another_audience_is_refused()
    {
        var token = await _local.TokenAsync(Wire.EntraTokenUrl, "https://graph.microsoft.com/.default");

        using var response = await ChatAsync(Deployment, token: token);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_token_of_another_directory_is_a_bad_request()
    {
        _local.AzureOpenAI.Resource("contoso").Directory = "fabrikam.example";
        var token = await _local.TokenAsync(Wire.EntraTokenUrl, Scope);

        using var response = await ChatAsync(Deployment, token: token);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("https://contoso.openai.azure.com/openai/deployments/gpt/chat/completions")]
    [TestCase("https://contoso.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=latest")]
    [TestCase("https://contoso.openai.azure.com/openai/deployments/gpt/completions?api-version=2024-10-21")]
    [TestCase("https://contoso.openai.azure.com/v1/chat/completions")]
    public async Task A_wrong_path_or_version_is_not_found(string address)
    {
        using var response = await ChatAsync(address, key: "k");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Once_a_deployment_is_added_others_are_unknown()
    {
        _local.AzureOpenAI.Resource("contoso").AddChatDeployment("gpt", "gpt-4o-mini");

        using var known = await ChatAsync(Deployment, key: "k");
        using var unknown = await ChatAsync(Deployment.Replace("/gpt/", "/other/", StringComparison.Ordinal), key: "k");

        Assert.That((string?)(await known.JsonAsync())["model"], Is.EqualTo("gpt-4o-mini"));
        Assert.That((string?)(await unknown.JsonAsync())["error"]!["code"], Is.EqualTo("DeploymentNotFound"));
    }

    [Test]
    public async Task A_deployment_of_another_kind_is_refused()
    {
        _local.AzureOpenAI.Resource("contoso").AddEmbeddingDeployment("gpt");

        using var response = await ChatAsync(Deployment, key: "k");

        Assert.That((string?)(await response.JsonAsync())["error"]!["code"], Is.EqualTo("OperationNotSupported"));
    }

    [Test]
    public async Task Once_a_resource_is_named_other_hosts_are_unknown()
    {
        _local.AzureOpenAI.Resource("fabrikam");

        using var response = await ChatAsync(Deployment, key: "k");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_throttled_request_is_told_how_long_to_wait()
    {
        _local.AzureOpenAI.ThrottleNext(TimeSpan.FromMilliseconds(700));

        using var response = await ChatAsync(Deployment, key: "k");

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
            Assert.That(response.Headers.GetValues("retry-after-ms").Single(), Is.EqualTo("700"));
            Assert.That(response.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(1)));
        });
    }

    [TestCase("{}")]
    [TestCase("{\"messages\":[]}")]
    [TestCase("{\"messages\":[{\"role\":\"wizard\",\"content\":\"x\"}]}")]
    [TestCase("{\"messages\":[{\"role\":\"user\"}]}")]
    [TestCase("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"temperature\":9}")]
    [TestCase("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"temperature\":\"warm\"}")]
    [TestCase("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"max_tokens\":1,\"max_completion_tokens\":1}")]
    [TestCase("[]")]
    [TestCase("not json")]
    public async Task A_bad_body_is_refused(string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Deployment) { Content = new StringContent(body, null, "application/json") };
        request.Headers.Add("api-key", "k");

        using var response = await _client.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((string?)(await response.JsonAsync())["error"]!["type"], Is.EqualTo("invalid_request_error"));
    }

    [Test]
    public async Task Version_1_wants_the_model_in_the_body()
    {
        var request = Wire.Request(HttpMethod.Post, Version1, Prompt("x"));
        request.Headers.Add("api-key", "k");
        request.Content = new StringContent("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}", null, "application/json");

        using var response = await _client.SendAsync(request);

        Assert.That((string?)(await response.JsonAsync())["error"]!["param"], Is.EqualTo("model"));
    }

    [Test]
    public async Task The_key_is_recorded_but_cannot_be_read()
    {
        using var response = await ChatAsync(Deployment, key: "hidden");
        var request = _local.AzureOpenAI.Requests.Single();

        Assert.Multiple(() =>
        {
            Assert.That(request.HeaderNames, Does.Contain("api-key"));
            Assert.That(request.HasHeader("API-KEY", "hidden"), Is.True);
            Assert.That(request.ToString(), Does.Not.Contain("hidden").And.Contain("api-version=2024-10-21"));
            Assert.That(request.Status, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    internal static JsonObject Prompt(string text) => new()
    {
        ["model"] = "gpt",
        ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = text }),
    };

    private Task<HttpResponseMessage> ChatAsync(string address, string? key = null, string? token = null)
    {
        var request = Wire.Request(HttpMethod.Post, address, Prompt("Hello"), token is null ? null : new AuthenticationHeaderValue("Bearer", token));
        if (key is not null)
        {
            request.Headers.Add("api-key", key);
        }

        return _client.SendAsync(request);
    }
}
