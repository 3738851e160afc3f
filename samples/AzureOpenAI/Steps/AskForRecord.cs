using AuthProfiles;
using AuthProfiles.AzureOpenAI.Chat;

namespace AzureOpenAI.Steps;

/// <summary>Asks for an answer in the form of a C# record, by a JSON schema that is made of it.</summary>
internal sealed class AskForRecord(AzureOpenAIClient client) : IStep
{
    private static readonly ChatResponseFormat Note = ChatResponseFormat.JsonSchema(StepsJson.Default.TicketNote);

    public string Title => "the answer is a C# record";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var request = new ChatRequest("Summarize this ticket and give its priority.\nThe printer on the third floor is on fire. Call me back: 4711.") { ResponseFormat = Note };
        var note = (await client.CompleteChatAsync(request, cancellationToken)).ReadContent(StepsJson.Default.TicketNote);
        Console.WriteLine($"Summary: {note.Summary}");
        Console.WriteLine($"Priority: {note.Priority}; call back: {(note.NeedsCallBack ? "yes" : "no")}");
    }
}
