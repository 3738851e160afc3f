using System.Security.Cryptography;
using AuthProfiles.Samples;
using Microsoft.Extensions.Configuration;

namespace AzureOpenAI.Local;

/// <summary>A resource of a local service, and the settings that a program would have for it. Its key is made up at each start.</summary>
internal sealed class LocalResource : IAsyncDisposable
{
    private const string Name = "contoso";
    private const string Chat = "gpt-4o-mini";
    private const string Embedding = "text-embedding-3-small";

    private readonly LocalServicesHost _services;

    private LocalResource(LocalServicesHost services) => _services = services;

    public static async Task<LocalResource> StartAsync(IConfigurationBuilder settings, CancellationToken cancellationToken)
    {
        var local = new LocalResource(await LocalServicesHost.StartAsync(cancellationToken: cancellationToken));
        try
        {
            settings.AddInMemoryCollection(await local.AddAsync(cancellationToken));
            Console.WriteLine("No resource in the settings: a local service stands in for it, with a model of few words.");
            Console.WriteLine();
            return local;
        }
        catch
        {
            await local.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets the local model do what a real one would find out by itself.</summary>
    public void Prepare(string step)
    {
        if (step == "tools")
        {
            _services.AzureOpenAI.CallTool("open_tickets", """{"floor":3}""");
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<Dictionary<string, string?>> AddAsync(CancellationToken cancellationToken)
    {
        var resource = _services.AzureOpenAI.Resource(Name);
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        resource.Key1 = key;
        resource.AddChatDeployment(Chat);
        resource.AddEmbeddingDeployment(Embedding);
        var endpoint = await _services.AddAzureOpenAIResourceAsync(Name, cancellationToken);
        return new(StringComparer.Ordinal)
        {
            [$"{Settings.AssistantPath}:Endpoint"] = endpoint.AbsoluteUri,
            [$"{Settings.AssistantPath}:ApiKey"] = key,
            [$"{Settings.AssistantPath}:ChatDeployment"] = Chat,
            [$"{Settings.AssistantPath}:EmbeddingDeployment"] = Embedding,
        };
    }
}
