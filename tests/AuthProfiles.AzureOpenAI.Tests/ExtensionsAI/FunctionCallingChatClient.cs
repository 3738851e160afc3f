using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.Tests.ExtensionsAI;

/// <summary>Calls the functions that the model asks for until it asks for none, as the framework's wrapper does.</summary>
internal sealed class FunctionCallingChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<ChatMessage> conversation = [.. messages];
        while (true)
        {
            var response = await base.GetResponseAsync(conversation, options, cancellationToken);
            conversation.AddRange(response.Messages);
            var calls = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
            if (calls.Count == 0)
            {
                return response;
            }

            var results = new List<AIContent>();
            foreach (var call in calls)
            {
                var function = options!.Tools!.OfType<AIFunction>().Single(tool => tool.Name == call.Name);
                results.Add(new FunctionResultContent(call.CallId, await function.InvokeAsync(new(call.Arguments), cancellationToken)));
            }

            conversation.Add(new(ChatRole.Tool, results));
        }
    }
}
