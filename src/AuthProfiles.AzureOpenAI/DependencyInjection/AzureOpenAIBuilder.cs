using Microsoft.Extensions.DependencyInjection;

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

    string IHttpClientBuilder.Name => HttpClientBuilder.Name;
}
