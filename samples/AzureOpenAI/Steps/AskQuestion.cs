using Microsoft.Extensions.AI;

namespace AzureOpenAI.Steps;

/// <summary>Asks by the abstraction that other libraries know too.</summary>
internal sealed class AskQuestion(IChatClient chat) : IStep
{
    public string Title => "a question and its answer";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var answer = await chat.GetResponseAsync("Summarize: the printer on the third floor is on fire again.", cancellationToken: cancellationToken);
        Console.WriteLine(answer.Text);
        Console.WriteLine($"({answer.ModelId}, {answer.Usage?.TotalTokenCount} tokens)");
    }
}
