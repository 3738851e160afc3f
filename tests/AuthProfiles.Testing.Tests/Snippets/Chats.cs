using System.Text.Json.Serialization;
using AuthProfiles;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Embeddings;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using ChatMessage = AuthProfiles.AzureOpenAI.Chat.ChatMessage;
using ChatResponseFormat = AuthProfiles.AzureOpenAI.Chat.ChatResponseFormat;

namespace Snippets;

public static partial class Chats
{
    internal static void Register(App builder)
    {
        builder.Services.AddAzureOpenAI("assistant")
            .AddChatClient("gpt-4o-mini")
            .AddEmbeddingGenerator("text-embedding-3-small");

        builder.Services.AddHttpClient("official").AddAuthorizationProfile("assistant");
    }

    internal static async Task<string?> AskAsync(AzureOpenAIClient assistant)
    {
        var request = new ChatRequest(ChatMessage.System("Answer in one sentence."), ChatMessage.User("What is a printer?")) { Temperature = 0.2 };
        var completion = await assistant.CompleteChatAsync(request);            // completion.Text, .Usage, .Choices[0].ContentFilter, …

        await foreach (var update in assistant.CompleteChatStreamingAsync(request))
            Console.Write(update.Text);

        request = new ChatRequest("How many tickets are open on floor 3?") { Tools = [new("open_tickets") { Description = "Counts open tickets.", Parameters = ChatJsonSchema.Strict(MyJson.Default.OpenTickets) }] };
        completion = await assistant.CompleteChatAsync(request);
        request = request.Append([ChatMessage.Assistant(completion), .. completion.ToolCalls.Select(call => ChatMessage.Tool(call, "2"))]);

        request = new ChatRequest("Summarize this ticket: …") { ResponseFormat = ChatResponseFormat.JsonSchema(MyJson.Default.Note) };
        var note = (await assistant.CompleteChatAsync(request)).ReadContent(MyJson.Default.Note);

        return note.Summary;
    }

    internal static async Task<string> AskForAsync(IChatClient chat)
    {
        var acme = await chat.For("acme").GetResponseAsync("Priority, one word?");

        return acme.Text;
    }

    internal static async Task EmbedAsync(AzureOpenAIClient assistant, EmbeddingRequest request, Memory<float> destination)
    {
        var result = await assistant.EmbedAsync(["one text", "another"]);            // result.Vectors, in the order of the texts
        var tokens = await assistant.EmbedAsync(EmbeddingRequest.OfTokens([1, 2, 3]));
        await assistant.EmbedAsync(request, destination);                           // into your own block of floats

        Assert.That(result.Vectors, Has.Length.EqualTo(2 * tokens.Vectors.Length));
    }

    internal static async Task SignInAsync(IConnections connections, AzureOpenAIClient assistant, Uri callback)
    {
        var start = await connections.StartAsync("assistant", user: "mia");   // IConnections; send the browser to start.Address
        // ... and when it comes back:
        await connections.CompleteAsync(callback, user: "mia");

        var answer = await assistant.For(user: "mia").CompleteChatAsync(new ChatRequest("Hello"));

        Assert.That((start.Address, answer.Text), Is.Not.Null);
    }

    internal sealed record OpenTickets(int Floor);

    internal sealed record Note(string Summary);

    [JsonSerializable(typeof(OpenTickets))]
    [JsonSerializable(typeof(Note))]
    internal sealed partial class MyJson : JsonSerializerContext;
}
