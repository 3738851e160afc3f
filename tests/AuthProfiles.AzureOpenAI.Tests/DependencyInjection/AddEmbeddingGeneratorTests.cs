using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.AzureOpenAI.Tests.DependencyInjection;

internal sealed class AddEmbeddingGeneratorTests
{
    [Test]
    public void A_generator_is_there_plain_and_by_the_name_of_its_client()
    {
        using var application = new Application(("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k"), ("EmbeddingDeployment", "small"));
        application.Services.AddAzureOpenAI("assistant").AddEmbeddingGenerator();
        var plain = application.Provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();
        Assert.Multiple(() =>
        {
            Assert.That(application.Provider.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>("assistant"), Is.SameAs(plain));
            Assert.That(plain.GetService(typeof(AzureOpenAIClient)), Is.SameAs(application.Client));
            Assert.That(Model(plain), Is.EqualTo("small"));
        });
    }

    [Test]
    public void Further_deployments_have_keys_of_their_own()
    {
        using var application = new Application(("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k"));
        application.Services.AddAzureOpenAI("assistant").AddEmbeddingGenerator("small").AddEmbeddingGenerator("large", dimensions: 1024, serviceKey: "precise");
        application.Services.AddAzureOpenAI("other", o => (o.Endpoint, o.ApiKey) = ("other.openai.azure.com", "k")).AddEmbeddingGenerator("ada");
        Assert.Multiple(() =>
        {
            Assert.That(Model(application.Provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>()), Is.EqualTo("small"));
            Assert.That(Model(application.Provider.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>("assistant")), Is.EqualTo("small"));
            Assert.That(Model(application.Provider.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>("precise")), Is.EqualTo("large"));
            Assert.That(Model(application.Provider.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>("other")), Is.EqualTo("ada"));
        });
    }

    [Test]
    public void Two_generators_of_one_key_are_refused() => Assert.That(
        () => new ServiceCollection().AddAzureOpenAI("assistant").AddEmbeddingGenerator("small").AddEmbeddingGenerator("large"),
        Throws.InvalidOperationException.With.Message.Contains("serviceKey"));

    [Test]
    public void A_generator_of_the_application_stays_the_plain_one()
    {
        using var application = new Application(("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k"));
        using var own = new AzureOpenAIEmbeddingGenerator(Wire.ServiceStub.Answering("{}").Client());
        application.Services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(own);
        application.Services.AddAzureOpenAI("assistant").AddEmbeddingGenerator("small");
        Assert.That(application.Provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(), Is.SameAs(own));
    }

    private static string? Model(IEmbeddingGenerator<string, Embedding<float>> generator) => ((EmbeddingGeneratorMetadata)generator.GetService(typeof(EmbeddingGeneratorMetadata))!).DefaultModelId;
}
