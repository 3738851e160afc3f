using AuthProfiles;
using AuthProfiles.AzureOpenAI.Chat;
using Microsoft.Extensions.AI;

namespace Snippets;

public static class Assistant
{
    internal static void Register(App builder)
    {
        builder.Services.AddAzureOpenAI("assistant", o => o.Endpoint = "contoso.openai.azure.com")
            .AddChatClient("gpt-4o-mini")
            .AddEmbeddingGenerator("text-embedding-3-small");
    }

    internal static void RegisterInLines(App builder)
    {
        builder.Services.AddAzureOpenAI("assistant", o =>
        {
            o.Endpoint = "contoso.openai.azure.com";
            o.ChatDeployment = "gpt-4o-mini";
        });
    }

    internal static void RegisterForUsers(App builder)
    {
        builder.Services.AddAuthProfiles()
            .AddAuthorizationCode("openai-users", o =>
            {
                o.Provider = OAuthProviders.EntraIdDelegated;
                o.BaseUrl = "https://contoso.openai.azure.com/";
                o.Scope["scope"] = "https://cognitiveservices.azure.com/user_impersonation";
            });

        builder.Services.AddAzureOpenAI("assistant", profile: "openai-users", o => o.ChatDeployment = "gpt-4o-mini");
    }

    internal static async Task<ChatCompletion> AskForAsync(AzureOpenAIClient assistant)
    {
        var answer = await assistant.For(user: "mia").CompleteChatAsync(new ChatRequest("Hello"));

        return answer;
    }

    internal static async Task<(string Own, string Acme)> AskAsync(IChatClient chat)
    {
        var answer = await chat.GetResponseAsync("Summarize: the printer is on fire.");
        var acme = await chat.For("acme").GetResponseAsync("Priority, one word?");

        return (answer.Text, acme.Text);
    }

    public sealed class Triage(AzureOpenAIClient assistant)
    {
        public async Task<string?> PriorityAsync(string tenant, string text) =>
            (await assistant.For(tenant).CompleteChatAsync(new ChatRequest($"Priority, one word? {text}"))).Text;
    }
}
