using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Embeddings;
using AuthProfiles.AzureOpenAI.ExtensionsAI;
using Microsoft.Extensions.AI;

namespace AuthProfiles;

/// <summary>Embeds texts by an <see cref="AzureOpenAIClient"/>, for programs written to Microsoft.Extensions.AI.</summary>
/// <remarks>
/// <para>Thread-safe. It disposes nothing and changes no options that it is given.</para>
/// <para>
/// Of the options, <see cref="EmbeddingGenerationOptions.ModelId"/> is the deployment, <see cref="EmbeddingGenerationOptions.Dimensions"/> is the
/// vectors' length, and what <see cref="EmbeddingGenerationOptions.AdditionalProperties"/> hold goes into the body, but for
/// <c>authprofiles.tenant</c> and <c>authprofiles.user</c>: these name the connection, as <c>generator.For(tenant, user)</c> does.
/// <see cref="EmbeddingGenerationOptions.RawRepresentationFactory"/> may return an <see cref="EmbeddingRequest"/>: its texts are replaced, and
/// what it sets comes before the options.
/// </para>
/// </remarks>
public sealed class AzureOpenAIEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly AzureOpenAIClient _client;
    private readonly string? _deployment;
    private readonly int? _dimensions;
    private readonly EmbeddingGeneratorMetadata _metadata;

    /// <summary>Initializes a new instance of the <see cref="AzureOpenAIEmbeddingGenerator"/> class.</summary>
    /// <param name="client">The client that makes the calls.</param>
    /// <param name="deployment">The deployment where the options name none, or null for the client's.</param>
    /// <param name="dimensions">How many numbers a vector has where the options do not say, or null for the model's default.</param>
    public AzureOpenAIEmbeddingGenerator(AzureOpenAIClient client, string? deployment = null, int? dimensions = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        _deployment = deployment;
        _dimensions = dimensions;
        _metadata = new("azure.ai.openai", client.Endpoint, deployment ?? client.EmbeddingDeployment, dimensions);
    }

    /// <inheritdoc/>
    /// <exception cref="AzureOpenAIException">The service answered with an error, or its answer stalled, broke off or is none.</exception>
    /// <exception cref="AuthorizationException">The call could not be authorized, or no deployment is named; nothing was sent.</exception>
    /// <exception cref="ArgumentException">A text is null, or the options contradict themselves; nothing was sent.</exception>
    /// <exception cref="HttpRequestException">The service could not be reached.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        string[] texts = [.. values];
        if (texts.Length == 0)
        {
            return [];
        }

        var request = RequestOf(texts, options);
        var result = await ConnectionProperty.Apply(options?.AdditionalProperties, _client).EmbedAsync(request, cancellationToken).ConfigureAwait(false);
        var embeddings = new GeneratedEmbeddings<Embedding<float>>(result.Vectors.Length)
        {
            Usage = result.Usage is { } usage ? new() { InputTokenCount = usage.PromptTokens, TotalTokenCount = usage.TotalTokens } : null,
            AdditionalProperties = AdditionalPropertyBag.Of(result.AdditionalProperties),
        };
        foreach (var vector in result.Vectors)
        {
            embeddings.Add(new(vector) { ModelId = result.Model });
        }

        return embeddings;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType == typeof(AzureOpenAIClient) ? _client
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Returns one over the view of the client that uses a connection.</summary>
    internal AzureOpenAIEmbeddingGenerator For(string? tenant, string? user) => new(_client.For(tenant, user), _deployment, _dimensions);

    /// <summary>Does nothing: the client belongs to whoever made it.</summary>
    public void Dispose()
    {
    }

    private EmbeddingRequest RequestOf(string[] texts, EmbeddingGenerationOptions? options)
    {
        var inputs = ImmutableCollectionsMarshal.AsImmutableArray(texts);
        if (options?.RawRepresentationFactory?.Invoke(this) is EmbeddingRequest raw)
        {
            return raw.WithInputs(inputs) with
            {
                Deployment = raw.Deployment ?? options.ModelId ?? _deployment,
                Dimensions = raw.Dimensions ?? options.Dimensions ?? _dimensions,
                AdditionalProperties = AdditionalPropertyBag.Merge(raw.AdditionalProperties, options.AdditionalProperties),
            };
        }

        return new EmbeddingRequest(inputs)
        {
            Deployment = options?.ModelId ?? _deployment,
            Dimensions = options?.Dimensions ?? _dimensions,
            AdditionalProperties = AdditionalPropertyBag.Merge(ImmutableDictionary<string, JsonElement>.Empty, options?.AdditionalProperties),
        };
    }
}
