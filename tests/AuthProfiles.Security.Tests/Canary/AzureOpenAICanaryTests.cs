using AuthProfiles.AzureOpenAI;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.DataSources;
using AuthProfiles.AzureOpenAI.Embeddings;
using AuthProfiles.Security.Tests.Origins;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Azure OpenAI by key and by Entra, with all content told to the traces: no sink is told of a secret, whatever the service answers.</summary>
[TestFixture]
[Category("Canary")]
[NonParallelizable]
public sealed class AzureOpenAICanaryTests
{
    private const string Chat = """{"id":"c1","object":"chat.completion","created":1700000000,"model":"gpt-4o","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Hi"}}]}""";
    private const string Chunk = "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1700000000,\"model\":\"gpt-4o\",\"choices\":[{\"index\":0,\"finish_reason\":null,\"delta\":{\"content\":\"Hi\"}}]}\n\n";
    private const string Embedding = """{"object":"list","model":"e","data":[{"object":"embedding","index":0,"embedding":[0.5,0.25]}],"usage":{"prompt_tokens":1,"total_tokens":1}}""";

    private static readonly string[] s_ways = ["key", "two keys", "Entra"];

    [Test]
    [CancelAfter(20_000)]
    public async Task No_sink_is_told_of_a_secret([ValueSource(nameof(s_ways))] string way, CancellationToken cancellation)
    {
        using var run = new CanaryRun();
        var (outcome, token) = ("200", "200");
        await using var service = new RecordingListener(request => request.Target.EndsWith("/token", StringComparison.Ordinal)
            ? CanaryService.Answer(token, request, $$"""{"access_token":"{{run.Give("access token")}}","token_type":"Bearer","expires_in":3600}""")
            : Answer(outcome, request));
        foreach (var next in CanaryService.Outcomes.Except(["silence"]).Append("broken stream"))
        {
            (outcome, token) = (next, "200");
            await UseAsync(way, run, service, next, cancellation);
        }

        foreach (var next in way is "Entra" ? CanaryService.Outcomes.Except(["200", "silence"]) : [])
        {
            (outcome, token) = ("200", next);
            await UseAsync(way, run, service, $"token {next}", cancellation);
        }

        run.AssertClean(atLeast: 3_000, service);
    }

    private static async Task UseAsync(string way, CanaryRun run, RecordingListener service, string what, CancellationToken cancellation)
    {
        var services = run.CreateServices();
        services.AddAzureOpenAI("assistant", o =>
        {
            (o.Endpoint, o.ChatDeployment, o.EmbeddingDeployment, o.CaptureMessageContent) = (service.Address.AbsoluteUri, "gpt-4o-mini", "text-embedding-3-small", true);
            _ = way switch
            {
                "Entra" => (object)((o.TenantId, o.ClientId, o.ClientSecret, o.LoginUrl) = ("contoso.example", "app", run.Plant("client secret"), service.Address + "{{tenantId}}/token")),
                "key" => o.ApiKey = run.Plant("API key", ""),
                _ => (o.ApiKey, o.SecondaryApiKey) = (run.Plant("API key", ""), run.Plant("second API key", "", isSent: false)),
            };
        }).AddChatClient("gpt-4o-mini").AddEmbeddingGenerator("text-embedding-3-small");
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<AzureOpenAIClient>();
        var source = new AzureSearchDataSource("https://search.example/", "index", DataSourceAuthentication.ApiKey(run.Plant("key of a data source")));
        var request = new ChatRequest("Hello") { DataSources = [source] };
        run.Teller.Tell("client", client);
        run.Teller.Tell("request", request);
        var tester = provider.GetRequiredService<IAuthorizationTester>();
        await run.TryAsync($"test, {what}", () => tester.TestAsync("assistant", cancellationToken: cancellation));
        await run.TryAsync($"chat, {what}", () => client.CompleteChatAsync(request, cancellation));
        await run.TryAsync($"stream, {what}", () => ListAsync(client.CompleteChatStreamingAsync(request, cancellation)));
        await run.TryAsync($"embedding, {what}", () => client.EmbedAsync(["a"], cancellation));
        await run.TryAsync($"IChatClient, {what}", () => provider.GetRequiredService<IChatClient>().GetResponseAsync("Hello", cancellationToken: cancellation));
        await run.TryAsync($"IChatClient stream, {what}", () => ListAsync(provider.GetRequiredService<IChatClient>().GetStreamingResponseAsync("Hello", cancellationToken: cancellation)));
        await run.TryAsync($"IEmbeddingGenerator, {what}", () => provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().GenerateAsync(["a"], cancellationToken: cancellation));
        await run.TryAsync($"raw request, {what}", () => client.SendAsync(new(HttpMethod.Get, "openai/models"), cancellation));
        await run.TryAsync($"request elsewhere, {what}", () => client.SendAsync(new(HttpMethod.Get, "https://elsewhere.example/"), cancellation));
    }

    private static string Answer(string outcome, ReceivedRequest request)
    {
        var streams = request.Body.Contains("\"stream\":true", StringComparison.Ordinal);
        return outcome switch
        {
            "broken stream" when streams => RecordingListener.Ok(Chunk + "data: {\"error\":{\"message\":" + CanaryService.Echo(request)[..200], "text/event-stream"),
            "broken stream" => RecordingListener.Ok("{\"id\":"),
            "200" when streams => RecordingListener.Ok(Chunk + "data: [DONE]\n\n", "text/event-stream"),
            _ => CanaryService.Answer(outcome, request, request.Target.Contains("/embeddings", StringComparison.Ordinal) ? Embedding : Chat),
        };
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
