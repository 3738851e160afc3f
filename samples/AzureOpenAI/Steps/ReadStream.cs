using AuthProfiles;
using AuthProfiles.AzureOpenAI.Chat;

namespace AzureOpenAI.Steps;

/// <summary>Shows an answer while it is made. A stream that breaks off is an error, never a short answer.</summary>
internal sealed class ReadStream(AzureOpenAIClient client) : IStep
{
    public string Title => "an answer that is shown while it is made";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var request = new ChatRequest(ChatMessage.System("Answer in one sentence."), ChatMessage.User("Summarize: our printer burns, and nobody has called the fire department."));
        await foreach (var update in client.CompleteChatStreamingAsync(request, cancellationToken))
        {
            Console.Write(update.Text);
        }

        Console.WriteLine();
    }
}
