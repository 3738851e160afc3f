using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>An agent of acme with an API token.</summary>
public abstract class ZendeskFixture
{
    internal const string Api = "https://acme.zendesk.com/api/v2";

    private protected LocalServices Local { get; private set; } = null!;

    private protected HttpClient Client { get; private set; } = null!;

    private protected AuthenticationHeaderValue? Authorization { get; set; }

    [SetUp]
    public void Start()
    {
        Local = new LocalServices();
        Client = Local.Client();
        Authorization = Wire.Basic("agent@acme.example/token", "t0ken");
    }

    [TearDown]
    public async Task StopAsync()
    {
        Client.Dispose();
        await Local.DisposeAsync();
    }

    private protected Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body = null) =>
        Client.SendAsync(Wire.Request(method, path.StartsWith("https:", StringComparison.Ordinal) ? path : $"{Api}/{path}", body, Authorization));

    private protected async Task<JsonObject> GetAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        return await response.JsonAsync();
    }
}
