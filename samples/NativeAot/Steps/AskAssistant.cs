using AuthProfiles;
using AuthProfiles.AzureOpenAI.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace NativeAot.Steps;

/// <summary>A question to the model, with a token by client credentials.</summary>
internal sealed class AskAssistant : IStep
{
    public string Package => "AuthProfiles.AzureOpenAI, chat";

    public async Task<string> RunAsync(HelpDesk desk)
    {
        var assistant = desk.Services.GetRequiredService<AzureOpenAIClient>().For(HelpDesk.Tenant);
        var answer = await assistant.CompleteChatAsync(new ChatRequest("Summarize: the printer is on fire."));
        return answer.Text ?? "no answer";
    }
}
