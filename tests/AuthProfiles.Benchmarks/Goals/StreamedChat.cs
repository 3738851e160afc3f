using System.Text;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G8: an answer as a stream through the whole chain, beside the official client. The figures are for one chunk.</summary>
internal sealed class StreamedChat : IGoal
{
    private const int Chunks = 1000;

    public string Id => "G8";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        using var primary = new AnsweringPrimary(AzureStream.Make(Chunks, toolEvery: 10), "text/event-stream", piece: 1400);
        await using var services = AzureClients.Ours(primary);
        var client = services.GetRequiredService<AzureOpenAIClient>();
        var official = AzureClients.Official(primary).GetChatClient(AzureClients.Chat);
        var request = new ChatRequest("The printer is on fire.") { IncludeUsage = true };
        using var chat = new AzureOpenAIChatClient(client);
        var utf8 = new byte[256];
        Microsoft.Extensions.AI.ChatMessage[] conversation = [new(Microsoft.Extensions.AI.ChatRole.User, "The printer is on fire.")];
        OpenAI.Chat.ChatMessage[] messages = [OpenAI.Chat.ChatMessage.CreateUserMessage("The printer is on fire.")];

        var measured = await new Rounds { Calls = 20 * Chunks, Count = 21, WarmUps = 80, Allocated = Rounds.AllocatedByAll }.MeasureAsync(
            Streams("OpenAI 2.15.0, ChatClient", async () =>
            {
                await foreach (var update in official.CompleteChatStreamingAsync(messages))
                {
                    _ = update.ContentUpdate.Count > 0 ? update.ContentUpdate[0].Text : null;
                }
            }),
            Streams("AzureOpenAIClient, typed updates", async () =>
            {
                await foreach (var update in client.CompleteChatStreamingAsync(request))
                {
                    _ = update.Text;
                }
            }),
            Streams("AzureOpenAIClient, text written as UTF-8 into the caller's buffer", async () =>
            {
                await foreach (var update in client.CompleteChatStreamingAsync(request))
                {
                    _ = Encoding.UTF8.GetBytes(update.Text, utf8);
                }
            }),
            Streams("IChatClient", async () =>
            {
                await foreach (var update in chat.GetStreamingResponseAsync(conversation))
                {
                    _ = update.Text;
                }
            }));
        var baseline = measured[0];
        return
        [
            baseline.Inform(Id),
            measured[1].Promise(Id, baseline, 0.25, Check.Bytes(measured[1].Bytes, 44)),
            measured[2].Inform(Id, baseline),
            measured[3].Promise(Id, baseline, 0.35, Check.Bytes(measured[3].Bytes, 320)),
        ];
    }

    private static Case Streams(string name, Func<Task> read) => new(name, async chunks =>
    {
        for (var done = 0; done < chunks; done += Chunks)
        {
            await read();
        }
    });
}
