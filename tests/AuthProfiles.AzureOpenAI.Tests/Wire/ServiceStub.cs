using System.Net;
using System.Text;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Tests.Wire;

/// <summary>Answers every request the same way and keeps what was sent.</summary>
internal sealed class ServiceStub(Func<HttpResponseMessage> answer) : HttpMessageHandler
{
    public const string Chat = """{"id":"c1","object":"chat.completion","created":1700000000,"model":"gpt-4o","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Hi"}}]}""";

    public Uri? Uri { get; private set; }

    public HttpMethod? Method { get; private set; }

    public string? MediaType { get; private set; }

    public string Body { get; private set; } = string.Empty;

    public long? BodyLength { get; private set; }

    public string ClientRequestId { get; private set; } = string.Empty;

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public static ServiceStub Answering(string json, HttpStatusCode status = HttpStatusCode.OK, string mediaType = "application/json", params (string Name, string Value)[] headers) => new(() =>
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, mediaType) };
        foreach (var (name, value) in headers)
        {
#pragma warning disable RS0030 // A service may answer with a header that the platform would not write.
            response.Headers.TryAddWithoutValidation(name, value);
#pragma warning restore RS0030
        }

        return response;
    });

    public static ServiceStub Answering(Func<Stream> body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(() => new HttpResponseMessage(status) { Content = new StreamContent(body()) });

    public AzureOpenAIClient Client(Action<AzureOpenAIOptions>? configure = null, TimeProvider? clock = null, string address = "https://contoso.openai.azure.com/")
    {
        var options = new AzureOpenAIOptions { ChatDeployment = "gpt-4o-mini", EmbeddingDeployment = "text-embedding-3-small" };
        configure?.Invoke(options);
        return new AzureOpenAIClient(new HttpClient(this) { BaseAddress = new Uri(address) }, options, clock);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (Uri, Method, MediaType, BodyLength) = (request.RequestUri, request.Method, request.Content?.Headers.ContentType?.ToString(), request.Content?.Headers.ContentLength);
        ClientRequestId = request.Headers.TryGetValues("x-ms-client-request-id", out var ids) ? string.Join(',', ids) : string.Empty;
        Body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        var response = answer();
        response.RequestMessage = request;
        return response;
    }
}
