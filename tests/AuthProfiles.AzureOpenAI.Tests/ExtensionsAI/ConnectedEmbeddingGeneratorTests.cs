using System.Text.Json;
using AuthProfiles.AzureOpenAI.Tests.DependencyInjection;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.AzureOpenAI.Tests.ExtensionsAI;

internal sealed class ConnectedEmbeddingGeneratorTests
{
    private static readonly (string, string)[] Settings =
    [
        ("EmbeddingDeployment", "e"),
        ("Connections:acme:Endpoint", "acme.openai.azure.com"), ("Connections:acme:ApiKey", "acme-key"),
        ("Connections:globex:Endpoint", "globex.openai.azure.com"), ("Connections:globex:ApiKey", "globex-key"),
    ];

    [Test]
    public async Task A_connection_passes_through_what_wraps_the_generator_and_caches_keep_connections_apart()
    {
        using var application = Application();
        Answers(application, "acme", 1);
        Answers(application, "globex", 2);
        using var cached = new CachingGenerator(application.Provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>());
        var (acme, globex) = (cached.For("acme"), cached.For("globex"));

        float[] numbers = [await FirstAsync(acme), await FirstAsync(globex), await FirstAsync(acme), await FirstAsync(globex), await FirstAsync(acme.For("globex"))];

        Assert.That((string.Join(' ', numbers), cached.Misses), Is.EqualTo(("1 2 1 2 2", 2)));
    }

    [Test]
    public async Task The_options_of_the_caller_are_left_as_they_were_and_cannot_change_the_view()
    {
        using var application = Application();
        Answers(application, "acme", 1);
        var generator = application.Provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();
        var options = new EmbeddingGenerationOptions { AdditionalProperties = new() { ["authprofiles.tenant"] = "globex", ["authprofiles.user"] = "mia" } };

        var embeddings = await generator.For("acme").GenerateAsync(["a"], options);

        Assert.That((embeddings[0].Vector.Span[0], options.AdditionalProperties.Count, options.AdditionalProperties["authprofiles.tenant"]), Is.EqualTo((1f, 2, (object)"globex")));
    }

    [Test]
    public async Task The_names_stay_out_of_the_body()
    {
        using var application = Application();
        application.Service.Expect(HttpMethod.Post, "https://acme.openai.azure.com/openai/deployments/e/embeddings")
            .WithContent("""{"input":["a"],"encoding_format":"base64"}""")
            .Respond("application/json", """{"data":[{"index":0,"embedding":[1]}]}""");
        await FirstAsync(application.Provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().For("acme"));
        application.VerifyAllWasSent();
    }

    [Test]
    public void Names_are_checked_at_once_and_nobody_is_served_by_another()
    {
        using var application = Application();
        var generator = application.Provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();
        Assert.Multiple(() =>
        {
            Assert.That(() => generator.For("a/../b:c"), Throws.TypeOf<AuthorizationException>());
            Assert.That(() => generator.For("initech").GenerateAsync(["a"]), Throws.TypeOf<AuthorizationException>());
            Assert.That(() => generator.GenerateAsync(["a"], new() { AdditionalProperties = new() { ["authprofiles.tenant"] = 7 } }), Throws.ArgumentException);
        });
    }

    [Test]
    public void A_generator_of_somebody_else_is_refused_because_it_would_ignore_the_connection()
    {
        using var foreign = new ForeignGenerator();
        Assert.That(() => foreign.For("acme"), Throws.ArgumentException.With.Message.Contains("AzureOpenAIClient"));
    }

    [Test]
    public async Task The_client_of_a_view_is_the_connections()
    {
        using var application = Application();
        Answers(application, "acme", 1);
        var client = (AzureOpenAIClient)application.Provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().For("acme").GetService(typeof(AzureOpenAIClient))!;
        Assert.That((await client.EmbedAsync(["a"])).Vectors[0].Span[0], Is.EqualTo(1f));
    }

    [Test]
    public async Task To_dispose_a_view_ends_nothing()
    {
        using var application = Application();
        Answers(application, "acme", 1);
        using var cached = new CachingGenerator(application.Provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>());
        cached.For("acme").Dispose();
        Assert.That((cached.IsDisposed, await FirstAsync(cached.For("acme"))), Is.EqualTo((false, 1f)));
    }

    private static Application Application()
    {
        var application = new Application(Settings);
        application.Services.AddAzureOpenAI("assistant").AddEmbeddingGenerator().HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => application.Service);
        return application;
    }

    private static void Answers(Application application, string tenant, int number) =>
        application.Service.When(HttpMethod.Post, $"https://{tenant}.openai.azure.com/openai/deployments/e/embeddings")
            .WithHeaders("api-key", $"{tenant}-key")
            .Respond("application/json", $$"""{"data":[{"index":0,"embedding":[{{number}}]}]}""");

    private static async Task<float> FirstAsync(IEmbeddingGenerator<string, Embedding<float>> generator) => (await generator.GenerateAsync(["a"])).Single().Vector.Span[0];

    /// <summary>Keeps answers by their inputs and options, as caches do.</summary>
    private sealed class CachingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
    {
        private readonly Dictionary<string, GeneratedEmbeddings<Embedding<float>>> _answers = [];

        public int Misses { get; private set; }

        public bool IsDisposed { get; private set; }

        public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            var key = JsonSerializer.Serialize(new object?[] { values, options }, AIJsonUtilities.DefaultOptions);
            if (!_answers.TryGetValue(key, out var answer))
            {
                Misses++;
                _answers[key] = answer = await base.GenerateAsync(values, options, cancellationToken);
            }

            return answer;
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class ForeignGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
