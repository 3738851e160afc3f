using System.Net;
using System.Text;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Embeddings;
using AuthProfiles.LiveTests.Infrastructure;

namespace AuthProfiles.LiveTests.AzureOpenAI;

/// <summary>What the client sends against the official contracts, served by a mock that refuses what they do not allow.</summary>
[TestFixture(UrlFamily.Deployment)]
[TestFixture(UrlFamily.V1)]
internal sealed class EmbeddingContractTests(UrlFamily family)
{
    private const string Deployment = "text-embedding-3-small";

    private static readonly HttpClient Bare = new();

    private static readonly (string Name, EmbeddingRequest Request)[] Good =
    [
        ("a text", new("one")),
        ("texts", new("one", "zwei ü 三")),
        ("tokens", EmbeddingRequest.OfTokens([1, 2, 3])),
        ("token arrays", EmbeddingRequest.OfTokens([1, 2], [3])),
        ("dimensions and user", new("one") { Dimensions = 256, User = "u-1" }),
        ("all that fit into one call", new([.. Enumerable.Repeat("a", 2048)])),
    ];

    private static readonly (string Name, string Body)[] Bad =
    [
        ("no input", "{}"),
        ("null input", """{"input":null}"""),
        ("no text at all", """{"input":[]}"""),
        ("an input that is an object", """{"input":{"text":"a"}}"""),
        ("an input of flags", """{"input":[true]}"""),
        ("one input too many", $$"""{"input":[{{string.Join(',', Enumerable.Repeat("\"a\"", 2049))}}]}"""),
        ("fractions of tokens", """{"input":[[1.5]]}"""),
        ("an unknown encoding", """{"input":"a","encoding_format":"hex"}"""),
        ("dimensions that are a text", """{"input":"a","dimensions":"256"}"""),
        ("a user that is a number", """{"input":"a","user":7}"""),
        ("an unknown member", """{"input":"a","encodingFormat":"base64"}"""),
    ];

    private Uri _endpoint = null!;

    private static IEnumerable<TestCaseData> GoodCases => Good.Select(one => new TestCaseData(one.Request).SetArgDisplayNames(one.Name));

    private static IEnumerable<TestCaseData> BadCases => Bad.Select(one => new TestCaseData(one.Body).SetArgDisplayNames(one.Name));

    private string Address => family == UrlFamily.V1 ? "openai/v1/embeddings" : $"openai/deployments/{Deployment}/embeddings?api-version=2024-10-21";

    [OneTimeSetUp]
    public void FindServer() => _endpoint = LiveEnvironment.Require(
        family == UrlFamily.V1 ? "AUTHPROFILES_LIVE_AZUREOPENAI_V1_ENDPOINT" : "AUTHPROFILES_LIVE_AZUREOPENAI_DEPLOYMENT_ENDPOINT");

    [TestCaseSource(nameof(GoodCases))]
    public async Task Whatever_the_client_sends_is_accepted(EmbeddingRequest request)
    {
        using var answer = new LastAnswer();
        using var http = Http(answer);
        try
        {
            await Client(http).EmbedAsync(request);
        }
        catch (AzureOpenAIException exception) when (exception.Kind == AzureOpenAIErrorKind.MalformedAnswer)
        {
            // The mock makes its answers up: one vector, of whatever index.
        }

        await AssertAsync(answer.Status, answer.Violations, HttpStatusCode.OK);
    }

    [Test]
    public async Task A_rejected_request_is_a_typed_error()
    {
        using var http = Http();
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => Client(http).EmbedAsync(new EmbeddingRequest("a") { AdditionalProperties = new Dictionary<string, JsonElement> { ["inputType"] = JsonDocument.Parse("1").RootElement } }));
        Assert.That(error!.StatusCode, Is.EqualTo(422), "The kind follows the mock's body, which is made up.");
    }

    [Test]
    public async Task An_input_type_belongs_to_deployments_alone()
    {
        using var http = Http();
        using var response = await PostAsync(http, Named("""{"input":"a","input_type":"query"}"""), Address);
        await AssertAsync(response, family == UrlFamily.V1 ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK);
    }

    [TestCaseSource(nameof(BadCases))]
    public async Task What_the_contract_does_not_allow_is_rejected(string body)
    {
        using var http = Http();
        using var response = await PostAsync(http, Named(body), Address);
        await AssertAsync(response, HttpStatusCode.UnprocessableEntity);
    }

    [Test]
    public async Task What_only_one_family_needs_is_missed()
    {
        using var http = Http();
        using var response = family == UrlFamily.V1
            ? await PostAsync(http, """{"input":"a"}""", Address)
            : await PostAsync(http, """{"input":"a"}""", $"openai/deployments/{Deployment}/embeddings");
        await AssertAsync(response, HttpStatusCode.UnprocessableEntity);
    }

    [Test]
    public async Task A_call_without_a_key_and_one_to_another_path_are_rejected()
    {
        using var unauthorized = await Bare.PostAsync(new Uri(_endpoint, Address), Json(Named("""{"input":"a"}""")));
        await AssertAsync(unauthorized, HttpStatusCode.Unauthorized);
        using var http = Http();
        using var nowhere = await PostAsync(http, Named("""{"input":"a"}"""), "openai/embeddings?api-version=2024-10-21");
        await AssertAsync(nowhere, HttpStatusCode.NotFound);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string body, string address)
    {
        using var content = Json(body);
        return await http.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    private static Task AssertAsync(HttpResponseMessage response, HttpStatusCode expected) => AssertAsync(response.StatusCode, LastAnswer.ViolationsOf(response), expected);

    private static async Task AssertAsync(HttpStatusCode? status, string violations, HttpStatusCode expected)
    {
        await TestContext.Out.WriteLineAsync($"{status}: {violations}");
        Assert.That(status, Is.EqualTo(expected), violations);
    }

    private HttpClient Http(LastAnswer? answer = null)
    {
        var http = new HttpClient(answer ?? new LastAnswer()) { BaseAddress = _endpoint };
        http.DefaultRequestHeaders.Add("api-key", "any");
        return http;
    }

    private AzureOpenAIClient Client(HttpClient http) => new(http, new() { UrlFamily = family, EmbeddingDeployment = Deployment });

    private string Named(string body) => family == UrlFamily.V1 ? body[..^1] + (body is "{}" ? null : ",") + $"\"model\":\"{Deployment}\"}}" : body;
}
