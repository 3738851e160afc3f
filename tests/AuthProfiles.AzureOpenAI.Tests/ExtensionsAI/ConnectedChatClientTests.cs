using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.DependencyInjection;
using AuthProfiles.AzureOpenAI.Tests.Streaming;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace AuthProfiles.AzureOpenAI.Tests.ExtensionsAI;

internal sealed class ConnectedChatClientTests
{
    private static readonly (string, string)[] Settings =
    [
        ("ChatDeployment", "m"),
        ("Connections:acme:Endpoint", "acme.openai.azure.com"), ("Connections:acme:ApiKey", "acme-key"),
        ("Connections:globex:Endpoint", "globex.openai.azure.com"), ("Connections:globex:ApiKey", "globex-key"),
    ];

    [Test]
    public async Task A_connection_passes_through_what_wraps_the_client_and_caches_keep_connections_apart()
    {
        using var application = Application();
        Says(application, "acme");
        Says(application, "globex");
        using var cached = new CachingChatClient(Chat(application));
        var (acme, globex) = (cached.For("acme"), cached.For("globex"));

        string[] answers = [await AskAsync(acme), await AskAsync(globex), await AskAsync(acme), await AskAsync(globex), await AskAsync(acme.For("globex"))];

        Assert.That((string.Join(' ', answers), cached.Misses), Is.EqualTo(("acme globex acme globex globex", 2)));
    }

    [Test]
    [Category("I7")]
    public void A_view_that_is_wrapped_gives_no_view_of_another_connection()
    {
        using var application = Application();
        using var wrapped = new CachingChatClient(Chat(application).For("acme"));

        Assert.That(() => wrapped.For("globex"), Throws.ArgumentException.With.Message.Contains("Wrap the client first"));
    }

    [Test]
    [Category("I7")]
    public async Task What_a_view_offers_is_of_its_connection()
    {
        using var application = Application();
        Says(application, "acme");
        var view = Chat(application).For("acme");

        Assert.That(await AskAsync((AzureOpenAIChatClient)view.GetService(typeof(AzureOpenAIChatClient))!), Is.EqualTo("acme"));
    }

    [Test]
    public async Task A_name_in_another_case_is_the_connections_and_not_the_bodys()
    {
        using var application = Application();
        application.Service.When("https://acme.openai.azure.com/*").With(static request => !request.Content!.ReadAsStringAsync().Result.Contains("acme", StringComparison.Ordinal))
            .Respond("application/json", """{"choices":[{"message":{"content":"acme"}}]}""");

        var answer = await Chat(application).GetResponseAsync("?", new() { AdditionalProperties = new() { ["AuthProfiles.Tenant"] = "acme" } });

        Assert.That(answer.Text, Is.EqualTo("acme"));
    }

    [Test]
    public async Task Streams_keep_connections_apart_too()
    {
        using var application = Application();
        Streams(application, "acme");
        Streams(application, "globex");
        using var cached = new CachingChatClient(Chat(application));

        string[] answers = [await ReadAsync(cached.For("acme")), await ReadAsync(cached.For("globex")), await ReadAsync(cached.For("acme"))];

        Assert.That((string.Join(' ', answers), cached.Misses), Is.EqualTo(("acme globex acme", 2)));
    }

    [Test]
    public async Task Each_step_of_a_conversation_with_functions_goes_to_the_connection()
    {
        using var application = Application();
        Calls(application, "acme");
        Calls(application, "globex");
        using var cached = new CachingChatClient(Chat(application));
        using var calling = new FunctionCallingChatClient(cached);
        var called = new List<string>();
        var options = new ChatOptions
        {
            Tools =
            [
                AIFunctionFactory.Create(
                    (string tenant) =>
                    {
                        called.Add(tenant);
                        return $"secret of {tenant}";
                    },
                    "look_up"),
            ],
        };

        string[] answers = [await AskAsync(calling.For("acme"), options), await AskAsync(calling.For("globex"), options), await AskAsync(calling.For("acme"), options)];

        Assert.Multiple(() =>
        {
            Assert.That(answers, Is.EqualTo(new[] { "done for acme", "done for globex", "done for acme" }));
            Assert.That(called, Is.EqualTo(new[] { "acme", "globex", "acme" }));
            Assert.That(cached.Misses, Is.EqualTo(4));
            Assert.That(options.AdditionalProperties, Is.Null);
        });
    }

    [Test]
    public async Task The_options_of_the_caller_are_left_as_they_were_and_cannot_change_the_view()
    {
        using var application = Application();
        Says(application, "acme");
        var options = new ChatOptions { AdditionalProperties = new() { ["authprofiles.tenant"] = "globex", ["authprofiles.user"] = "mia" } };

        var answer = await AskAsync(Chat(application).For("acme"), options);

        Assert.That((answer, options.AdditionalProperties.Count, options.AdditionalProperties["authprofiles.tenant"]), Is.EqualTo(("acme", 2, (object)"globex")));
    }

    [Test]
    public async Task The_names_stay_out_of_the_body()
    {
        using var application = Application();
        application.Service.Expect(HttpMethod.Post, "https://acme.openai.azure.com/openai/deployments/m/chat/completions")
            .WithContent("""{"messages":[{"role":"user","content":"x"}]}""")
            .Respond("application/json", Wire.ServiceStub.Chat);
        await AskAsync(Chat(application).For("acme"));
        application.VerifyAllWasSent();
    }

    [Test]
    public void Names_are_checked_at_once_and_nobody_is_served_by_another()
    {
        using var application = Application();
        var chat = Chat(application);
        Assert.Multiple(() =>
        {
            Assert.That(() => chat.For("a/../b:c"), Throws.TypeOf<AuthorizationException>());
            Assert.That(() => AskAsync(chat.For("initech")), Throws.TypeOf<AuthorizationException>());
            Assert.That(() => ReadAsync(chat.For("initech")), Throws.TypeOf<AuthorizationException>());
            Assert.That(() => AskAsync(chat, new() { AdditionalProperties = new() { ["authprofiles.tenant"] = 7 } }), Throws.ArgumentException);
        });
    }

    [Test]
    public void A_chat_client_of_somebody_else_is_refused_because_it_would_ignore_the_connection()
    {
        using var foreign = new ForeignChatClient();
        Assert.That(() => foreign.For("acme"), Throws.ArgumentException.With.Message.Contains("AzureOpenAIClient"));
    }

    [Test]
    public async Task The_client_of_a_view_is_the_connections()
    {
        using var application = Application();
        Says(application, "acme");
        var client = (AzureOpenAIClient)Chat(application).For("acme").GetService(typeof(AzureOpenAIClient))!;
        Assert.That((await client.CompleteChatAsync(new ChatRequest("x"))).Text, Is.EqualTo("acme"));
    }

    [Test]
    public async Task To_dispose_a_view_ends_nothing()
    {
        using var application = Application();
        Says(application, "acme");
        using var cached = new CachingChatClient(Chat(application));
        cached.For("acme").Dispose();
        Assert.That((cached.IsDisposed, await AskAsync(cached.For("acme"))), Is.EqualTo((false, "acme")));
    }

    private static Application Application()
    {
        var application = new Application(Settings);
        application.Services.AddAzureOpenAI("assistant").AddChatClient().HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => application.Service);
        return application;
    }

    private static IChatClient Chat(Application application) => application.Provider.GetRequiredService<IChatClient>();

    private static MockedRequest Of(Application application, string tenant) =>
        application.Service.When(HttpMethod.Post, $"https://{tenant}.openai.azure.com/openai/deployments/m/chat/completions").WithHeaders("api-key", $"{tenant}-key");

    private static void Says(Application application, string tenant) =>
        Of(application, tenant).Respond("application/json", Wire.ServiceStub.Chat.Replace("Hi", tenant, StringComparison.Ordinal));

    private static void Streams(Application application, string tenant) =>
        Of(application, tenant).Respond("text/event-stream", CannedStreams.Text(tenant) + CannedStreams.Stop + "data: [DONE]\n\n");

    // The model asks for a function, and is done when it has the function's result.
    private static void Calls(Application application, string tenant)
    {
        Of(application, tenant).WithPartialContent($"secret of {tenant}").Respond("application/json", Wire.ServiceStub.Chat.Replace("Hi", $"done for {tenant}", StringComparison.Ordinal));
        Of(application, tenant).Respond(
            "application/json",
            JsonSerializer.Serialize(new
            {
                id = "c0",
                model = "m",
                choices = new object[]
                {
                    new
                    {
                        index = 0,
                        finish_reason = "tool_calls",
                        message = new { role = "assistant", tool_calls = new object[] { new { id = "call_1", type = "function", function = new { name = "look_up", arguments = $$"""{"tenant":"{{tenant}}"}""" } } } },
                    },
                },
            }));
    }

    private static async Task<string> AskAsync(IChatClient client, ChatOptions? options = null) => (await client.GetResponseAsync([new ChatMessage(Microsoft.Extensions.AI.ChatRole.User, "x")], options)).Text;

    private static async Task<string> ReadAsync(IChatClient client) => (await client.GetStreamingResponseAsync("x").ToChatResponseAsync()).Text;

    private sealed class ForeignChatClient : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
