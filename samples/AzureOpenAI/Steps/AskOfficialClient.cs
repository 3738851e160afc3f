using System.ClientModel;
using AuthProfiles;
using Microsoft.Extensions.Configuration;
using OpenAI;
using OpenAI.Chat;

namespace AzureOpenAI.Steps;

/// <summary>Gives the official client an HTTP client that authorizes its calls.</summary>
internal sealed class AskOfficialClient(IHttpClientFactory factory, IConfiguration settings) : IStep
{
    public const string ClientName = "official";

    public string Title => "the official OpenAI client, authorized by the same profile";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var http = factory.CreateClient(ClientName);
        var deployment = settings[$"{Settings.AssistantPath}:ChatDeployment"] ?? throw new SettingException($"Set {Settings.AssistantPath}:ChatDeployment.");
        var chat = new ChatClient(deployment, new ApiKeyCredential("unused"), new OpenAIClientOptions
        {
            Endpoint = new Uri(http.BaseAddress!, "openai/v1/"),
            Transport = new AuthorizedTransport(http),
        });
        ChatCompletion answer = await chat.CompleteChatAsync([new UserChatMessage("Summarize: the printer is on fire, says the official client.")], cancellationToken: cancellationToken);
        Console.WriteLine(answer.Content[0].Text);
    }
}
