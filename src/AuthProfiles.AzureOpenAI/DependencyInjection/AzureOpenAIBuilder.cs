using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthProfiles;

/// <summary>One Azure OpenAI registration, to which more is added.</summary>
/// <remarks>Used while services are registered, by one thread.</remarks>
public sealed class AzureOpenAIBuilder : IHttpClientBuilder
{
    internal AzureOpenAIBuilder(IServiceCollection services, string name, IHttpClientBuilder http) => (Services, Name, HttpClientBuilder) = (services, name, http);

    /// <summary>Gets the services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Gets the registration's name: its section's, the key of its services and, unless another one was named, its profile's.</summary>
    public string Name { get; }

    /// <summary>Gets the HTTP client, for handlers of the application's own. It has its profile and its resilience.</summary>
    public IHttpClientBuilder HttpClientBuilder { get; }

    /// <summary>Registers an embedding generator over the client.</summary>
    /// <remarks>
    /// It is a singleton with the registration's name as its key, or another key that is given; the first one of all is there without a key too, unless the application has
    /// registered one itself. What wraps it, such as a cache, is registered by the application and asks for it by its key.
    /// </remarks>
    /// <param name="deployment">The deployment where a call's options name none, or null for the client's, <see cref="AzureOpenAIOptions.EmbeddingDeployment"/>.</param>
    /// <param name="dimensions">How many numbers a vector has where a call's options do not say, or null for the model's default.</param>
    /// <param name="serviceKey">The key, or null for the registration's name. Each further generator of the registration needs one.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">There is a generator of this key.</exception>
    public AzureOpenAIBuilder AddEmbeddingGenerator(string? deployment = null, int? dimensions = null, string? serviceKey = null)
    {
        var (key, name) = (serviceKey ?? Name, Name);
        if (Services.Any(service => service.ServiceType == typeof(IEmbeddingGenerator<string, Embedding<float>>) && Equals(service.ServiceKey, key)))
        {
            throw new InvalidOperationException($"There is an embedding generator with the key '{key}'. Give each further one a key of its own, as serviceKey.");
        }

        Services.AddKeyedSingleton<IEmbeddingGenerator<string, Embedding<float>>>(
            key, (services, _) => new AzureOpenAIEmbeddingGenerator(services.GetRequiredKeyedService<AzureOpenAIClient>(name), deployment, dimensions));
        Services.TryAddSingleton(services => services.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(key));
        return this;
    }

    /// <summary>Registers a chat client over the client.</summary>
    /// <remarks>
    /// It is a singleton with the registration's name as its key, or another key that is given; the first one of all is there without a key too, unless the application has
    /// registered one itself. What wraps it, such as a cache or the calling of functions, is registered by the application and asks for it by its key.
    /// </remarks>
    /// <param name="deployment">The deployment where a call's options name none, or null for the client's, <see cref="AzureOpenAIOptions.ChatDeployment"/>.</param>
    /// <param name="serviceKey">The key, or null for the registration's name. Each further chat client of the registration needs one.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">There is a chat client of this key.</exception>
    public AzureOpenAIBuilder AddChatClient(string? deployment = null, string? serviceKey = null)
    {
        var (key, name) = (serviceKey ?? Name, Name);
        if (Services.Any(service => service.ServiceType == typeof(IChatClient) && Equals(service.ServiceKey, key)))
        {
            throw new InvalidOperationException($"There is a chat client with the key '{key}'. Give each further one a key of its own, as serviceKey.");
        }

        Services.AddKeyedSingleton<IChatClient>(key, (services, _) => new AzureOpenAIChatClient(services.GetRequiredKeyedService<AzureOpenAIClient>(name), deployment));
        Services.TryAddSingleton(services => services.GetRequiredKeyedService<IChatClient>(key));
        return this;
    }

    string IHttpClientBuilder.Name => HttpClientBuilder.Name;
}
