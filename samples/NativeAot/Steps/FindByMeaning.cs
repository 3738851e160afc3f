using AuthProfiles;
using Microsoft.Extensions.DependencyInjection;

namespace NativeAot.Steps;

/// <summary>Texts as vectors, with the same token.</summary>
internal sealed class FindByMeaning : IStep
{
    public string Package => "AuthProfiles.AzureOpenAI, embeddings";

    public async Task<string> RunAsync(HelpDesk desk)
    {
        var assistant = desk.Services.GetRequiredService<AzureOpenAIClient>().For(HelpDesk.Tenant);
        using var generator = new AzureOpenAIEmbeddingGenerator(assistant);
        var vectors = await generator.GenerateAsync(["The printer is on fire.", "Where is the exit?"]);
        return $"{vectors.Count} vectors of {vectors[0].Vector.Length} numbers, {desk.Local.AuthorizationServer.TokenRequests} token request for both calls.";
    }
}
