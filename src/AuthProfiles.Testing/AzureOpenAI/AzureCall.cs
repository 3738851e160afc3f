using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>An authorized call of a resource.</summary>
internal sealed record AzureCall(LocalRequest Request, LocalAzureOpenAIResource Resource, ChatAnswers Answers, DateTimeOffset Now);
