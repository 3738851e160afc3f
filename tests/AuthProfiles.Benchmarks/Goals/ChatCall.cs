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
        using var everybodys = new AzureOpenAIChatClient(client);

        var measured = await new Rounds { Calls = 400, Count = 41, WarmUps = 80, Allocated = Rounds.AllocatedByAll }.MeasureAsync(
            new Case("OpenAI 2.15.0, ChatClient", async calls =>
            {
                for (var i = 0; i < calls; i++)
                {
                    _ = (await official.CompleteChatAsync(Conversations.Official(), Conversations.OfficialOptions())).Value.Content[0].Text;
                }
            }),
            Calls("AzureOpenAIClient, a kept view", () => kept),
            Calls("AzureOpenAIClient, For at each call", () => client.For("acme")),
            Asks("IChatClient", everybodys),
            Asks("IChatClient, a kept view", everybodys.For("acme")));
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

    private static Case Calls(string name, Func<AzureOpenAIClient> client) => new(name, async calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            _ = (await client().CompleteChatAsync(Conversations.Ours())).Text;
        }
    });

    private static Case Asks(string name, IChatClient chat) => new(name, async calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            _ = (await chat.GetResponseAsync(Conversations.Everybodys(), Conversations.EverybodysOptions())).Text;
        }
    });
}
