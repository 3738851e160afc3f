using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>A view of a generator whose calls name one connection in their options.</summary>
/// <remarks>It is as thread-safe as what it is a view of, and disposes nothing.</remarks>
internal sealed class ConnectedEmbeddingGenerator : DelegatingEmbeddingGenerator<string, Embedding<float>>
{
    private readonly string? _tenant;
    private readonly string? _user;

    public ConnectedEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> generator, string? tenant, string? user)
        : base(generator is ConnectedEmbeddingGenerator view ? view.InnerGenerator : generator) => (_tenant, _user) = (tenant, user);

    /// <inheritdoc/>
    public override Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var named = options?.Clone() ?? new();
        named.AdditionalProperties = ConnectionProperty.With(options?.AdditionalProperties, _tenant, _user);
        return base.GenerateAsync(values, named, cancellationToken);
    }

    /// <summary>Returns what the generator offers, but the service's client, and ours over it, as views of the connection.</summary>
    public override object? GetService(Type serviceType, object? serviceKey = null) => base.GetService(serviceType, serviceKey) switch
    {
        AzureOpenAIClient client => client.For(_tenant, _user),
        AzureOpenAIEmbeddingGenerator generator => generator.For(_tenant, _user),
        var service => service,
    };

    /// <summary>Does nothing: what it is a view of belongs to others.</summary>
#pragma warning disable CA2215 // Calling the base would dispose what is not the view's.
    protected override void Dispose(bool disposing)
    {
    }
#pragma warning restore CA2215
}
