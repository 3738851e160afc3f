using AuthProfiles.AzureOpenAI.ExtensionsAI;
using Microsoft.Extensions.AI;

namespace AuthProfiles;

/// <summary>Extensions of embedding generators.</summary>
public static class AzureOpenAIEmbeddingGeneratorExtensions
{
    /// <summary>Returns a view of a generator whose calls use one connection.</summary>
    /// <remarks>
    /// The connection travels in the options of each call, as the additional properties <c>authprofiles.tenant</c> and <c>authprofiles.user</c>. So it passes
    /// through whatever wraps the generator, and a cache whose keys are made of the options keeps the connections apart. A view of a view uses the last connection alone.
    /// </remarks>
    /// <param name="generator">An <see cref="AzureOpenAIEmbeddingGenerator"/>, or whatever wraps one.</param>
    /// <param name="tenant">The application's own name for its customer, or null.</param>
    /// <param name="user">The application's own name for the user, or null.</param>
    /// <returns>The view. To dispose it does nothing.</returns>
    /// <exception cref="AuthorizationException">A name or the connection is not valid. Nothing was sent.</exception>
    /// <exception cref="ArgumentException">No <see cref="AzureOpenAIClient"/> is behind the generator, or it wraps a view: the connection would be ignored.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>> For(this IEmbeddingGenerator<string, Embedding<float>> generator, string? tenant = null, string? user = null)
    {
        ArgumentNullException.ThrowIfNull(generator);
        var client = generator.GetService(typeof(AzureOpenAIClient)) as AzureOpenAIClient ?? throw new ArgumentException(
            "No AzureOpenAIClient is behind the generator, so nobody would use the connection. Give an AzureOpenAIEmbeddingGenerator, or a wrapper that passes GetService on.", nameof(generator));
        if (generator is not ConnectedEmbeddingGenerator && generator.GetService(typeof(ConnectedEmbeddingGenerator)) is not null)
        {
            throw new ArgumentException("This generator wraps a view of a connection, which would go on naming its own. Wrap the generator first, then take For of the outermost.", nameof(generator));
        }

        client.For(tenant, user);
        return new ConnectedEmbeddingGenerator(generator, tenant, user);
    }
}
