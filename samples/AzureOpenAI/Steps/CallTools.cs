using System.Text.Json;
using AuthProfiles;
using AuthProfiles.AzureOpenAI.Chat;

namespace AzureOpenAI.Steps;

/// <summary>Lets the model call a function, and gives it what the function returned.</summary>
internal sealed class CallTools(AzureOpenAIClient client) : IStep
{
    private static readonly ChatTool OpenTickets = new("open_tickets")
    {
        Description = "Counts the open tickets of one floor.",
        Parameters = ChatJsonSchema.Strict(StepsJson.Default.OpenTicketsQuery),
        IsStrict = true,
    };

    public string Title => "the model calls a function of the program";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var request = new ChatRequest("How many tickets are open on floor 3?") { Tools = [OpenTickets] };
        var answer = await client.CompleteChatAsync(request, cancellationToken);
        while (answer.ToolCalls is { IsEmpty: false } calls)
        {
            request = request.Append([ChatMessage.Assistant(answer), .. calls.Select(Answer)]);
            answer = await client.CompleteChatAsync(request, cancellationToken);
        }

        Console.WriteLine(answer.Text);
    }

    // What a model writes is never trusted: the arguments may be anything.
    private static ChatMessage Answer(ChatToolCall call)
    {
        Console.WriteLine($"-> {call.Name} {call.Arguments}");
        return ChatMessage.Tool(call, call.TryGetArguments(out var arguments) && arguments.TryGetProperty("floor", out var floor) && floor.ValueKind == JsonValueKind.Number && floor.TryGetInt32(out var number)
            ? $"On floor {number} there are 2 open tickets: a printer on fire, and a cold coffee machine."
            : "The argument 'floor' is missing or no number.");
    }
}
