using System.Collections.Immutable;

namespace AuthProfiles.AzureOpenAI.Endpoints;

/// <summary>What differs from cloud to cloud.</summary>
/// <param name="Domains">The domains of the service's own hosts.</param>
/// <param name="LoginUrl">The token endpoint, a template.</param>
/// <param name="Scope">What a token is requested for.</param>
internal sealed record CloudValues(ImmutableArray<string> Domains, string LoginUrl, string Scope)
{
    public static CloudValues Public { get; } = new(
        ["openai.azure.com", "cognitiveservices.azure.com", "services.ai.azure.com"],
        "https://login.microsoftonline.com/{{tenantId}}/oauth2/v2.0/token",
        "https://cognitiveservices.azure.com/.default");

    public static CloudValues UsGovernment { get; } = new(
        ["openai.azure.us", "cognitiveservices.azure.us", "services.ai.azure.us"],
        "https://login.microsoftonline.us/{{tenantId}}/oauth2/v2.0/token",
        "https://cognitiveservices.azure.us/.default");

    public static CloudValues Of(AzureOpenAICloud cloud) => cloud == AzureOpenAICloud.UsGovernment ? UsGovernment : Public;
}
