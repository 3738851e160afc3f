using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenAI;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>Makes clients of Azure OpenAI, ours and the official one, over the same answer.</summary>
internal static class AzureClients
{
    public const string Chat = "gpt-4o-mini";
    public const string Embedding = "text-embedding-3-small";

    /// <summary>Makes a container with the connector as an application has it: resilience on, a tenant with a key of its own.</summary>
    public static ServiceProvider Ours(HttpMessageHandler primary)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("AuthProfiles:AzureOpenAI:assistant:Endpoint", "contoso.openai.azure.com"),
            new("AuthProfiles:AzureOpenAI:assistant:ApiKey", "not-a-secret"),
            new("AuthProfiles:AzureOpenAI:assistant:UrlFamily", "V1"),
            new("AuthProfiles:AzureOpenAI:assistant:ChatDeployment", Chat),
            new("AuthProfiles:AzureOpenAI:assistant:EmbeddingDeployment", Embedding),
            new("AuthProfiles:AzureOpenAI:assistant:Connections:acme:Endpoint", "acme.openai.azure.com"),
            new("AuthProfiles:AzureOpenAI:assistant:Connections:acme:ApiKey", "not-a-secret-either"),
        ]).Build());
        services.AddAzureOpenAI("assistant").ConfigurePrimaryHttpMessageHandler(() => primary);
        return services.BuildServiceProvider();
    }

    /// <summary>Makes the official client, as its documents say for Azure.</summary>
    public static OpenAIClient Official(HttpMessageHandler primary) => new(
        new ApiKeyCredential("not-a-secret"),
        new OpenAIClientOptions
        {
            Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/"),
            Transport = new HttpClientPipelineTransport(new HttpClient(primary)),
        });
}
