using System.ClientModel.Primitives;

namespace AzureOpenAI.Steps;

/// <summary>Leaves the authorization to the HTTP client.</summary>
internal sealed class NoAuthentication : AuthenticationPolicy
{
    public static readonly NoAuthentication Instance = new();

    private NoAuthentication()
    {
    }

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) => ProcessNext(message, pipeline, currentIndex);

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) => ProcessNextAsync(message, pipeline, currentIndex);
}
