using System.ClientModel.Primitives;
using AuthProfiles;
using Microsoft.Extensions.Configuration;
using OpenAI;
using OpenAI.Chat;

namespace AzureOpenAI.Steps;

/// <summary>Gives the official client an <see cref="System.Net.Http.HttpClient"/> that authorizes its calls.</summary>
internal sealed class AskOfficialClient(IHttpClientFactory factory, IConfiguration settings) : IStep
{
    public const string HttpClient = "official";

    public string Title => "the official OpenAI client, authorized by the same profile";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var http = factory.CreateClient(HttpClient);
        var deployment = settings[$"{Settings.AssistantPath}:ChatDeployment"] ?? throw new SettingException($"Set {Settings.AssistantPath}:ChatDeployment.");
#pragma warning disable OPENAI001 // Experimental as yet; every other constructor wants a key, which would be sent beside ours.
        var chat = new ChatClient(deployment, NoAuthentication.Instance, new OpenAIClientOptions
        {
            Endpoint = new Uri(http.BaseAddress!, "openai/v1/"),
            Transport = new HttpClientPipelineTransport(http),
        });
#pragma warning restore OPENAI001
        ChatCompletion answer = await chat.CompleteChatAsync([new UserChatMessage("Summarize: the printer is on fire, says the official client.")], cancellationToken: cancellationToken);
        Console.WriteLine(answer.Content[0].Text);
    }
}
