using AuthProfiles.AzureOpenAI.Chat;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>One question about a ticket, some 975 bytes as JSON, in the words of each client. A program makes it anew for each call, and so do these.</summary>
internal static class Conversations
{
    private const string Rules =
        "You help the agents of a support desk. Summarize the ticket in one sentence that names the place, the thing and what the customer asks for. "
        + "Leave out greetings, signatures and thanks. Never promise a date or a price. Where the ticket shows a danger to somebody, say so first, and name whom to call.";

    private const string Ticket =
        "Hello, this is the second time that I write today. The printer beside the kitchen on the third floor smokes since nine o'clock, and now it burns. We have switched it off.";

    private const string Summary = "A printer on the third floor burns; it is switched off.";
    private const string Question = "It is beside the kitchen, and people are still on that floor. Whom do we call first, and what do we tell the customer? One sentence for each, please.";
    private const double Temperature = 0.2;
    private const int Most = 256;

    public static ChatRequest Ours() => new(
        AzureOpenAI.Chat.ChatMessage.System(Rules),
        AzureOpenAI.Chat.ChatMessage.User(Ticket),
        AzureOpenAI.Chat.ChatMessage.Assistant(Summary),
        AzureOpenAI.Chat.ChatMessage.User(Question))
    {
        Temperature = Temperature,
        MaxCompletionTokens = Most,
    };

    public static OpenAI.Chat.ChatMessage[] Official() =>
    [
        OpenAI.Chat.ChatMessage.CreateSystemMessage(Rules),
        OpenAI.Chat.ChatMessage.CreateUserMessage(Ticket),
        OpenAI.Chat.ChatMessage.CreateAssistantMessage(Summary),
        OpenAI.Chat.ChatMessage.CreateUserMessage(Question),
    ];

    public static ChatCompletionOptions OfficialOptions() => new() { Temperature = (float)Temperature, MaxOutputTokenCount = Most };

    public static Microsoft.Extensions.AI.ChatMessage[] Everybodys() =>
    [
        new(Microsoft.Extensions.AI.ChatRole.System, Rules),
        new(Microsoft.Extensions.AI.ChatRole.User, Ticket),
        new(Microsoft.Extensions.AI.ChatRole.Assistant, Summary),
        new(Microsoft.Extensions.AI.ChatRole.User, Question),
    ];

    public static ChatOptions EverybodysOptions() => new() { Temperature = (float)Temperature, MaxOutputTokens = Most };
}
