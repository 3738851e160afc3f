using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G7: a chat completion through the whole chain, beside the official client.</summary>
internal sealed class ChatCall : IGoal
{
    public string Id => "G7";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        using var primary = new AnsweringPrimary(AzureAnswers.Chat);
        await using var services = AzureClients.Ours(primary);
        var client = services.GetRequiredService<AzureOpenAIClient>();
        var kept = client.For("acme");
        var official = AzureClients.Official(primary).GetChatClient(AzureClients.Chat);
        var request = new ChatRequest(AzureOpenAI.Chat.ChatMessage.System("Summarize in one sentence."), AzureOpenAI.Chat.ChatMessage.User("The printer is on fire, on the third floor."));
        using var everybodys = new AzureOpenAIChatClient(client);
        Microsoft.Extensions.AI.ChatMessage[] conversation = [new(Microsoft.Extensions.AI.ChatRole.System, "Summarize in one sentence."), new(Microsoft.Extensions.AI.ChatRole.User, "The printer is on fire, on the third floor.")];
        OpenAI.Chat.ChatMessage[] messages = [OpenAI.Chat.ChatMessage.CreateSystemMessage("Summarize in one sentence."), OpenAI.Chat.ChatMessage.CreateUserMessage("The printer is on fire, on the third floor.")];

        var measured = await new Rounds { Calls = 400, Count = 41, WarmUps = 80, Allocated = Rounds.AllocatedByAll }.MeasureAsync(
            new Case("OpenAI 2.15.0, ChatClient", async calls =>
            {
                for (var i = 0; i < calls; i++)
                {
                    _ = (await official.CompleteChatAsync(messages)).Value.Content[0].Text;
                }
            }),
            Calls("AzureOpenAIClient, a kept view", () => kept, request),
            Calls("AzureOpenAIClient, For at each call", () => client.For("acme"), request),
            Asks("IChatClient", everybodys, conversation),
            Asks("IChatClient, a kept view", everybodys.For("acme"), conversation));
        var baseline = measured[0];
        return
        [
            baseline.Inform(Id),
            measured[1].Promise(Id, baseline, 0.45, Check.Bytes(measured[1].Bytes, 5.5 * 1024)),
            measured[2].Promise(Id, baseline, 0.55, Check.Bytes(measured[2].Bytes, 6.5 * 1024)),
            measured[3].Promise(Id, baseline, 0.50, Check.Bytes(measured[3].Bytes, 7 * 1024)),
            measured[4].Inform(Id, baseline),
        ];
    }

    private static Case Calls(string name, Func<AzureOpenAIClient> client, ChatRequest request) => new(name, async calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            _ = (await client().CompleteChatAsync(request)).Text;
        }
    });

    private static Case Asks(string name, IChatClient chat, Microsoft.Extensions.AI.ChatMessage[] conversation) => new(name, async calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            _ = (await chat.GetResponseAsync(conversation)).Text;
        }
    });
}
