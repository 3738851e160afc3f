using System.Globalization;
using System.Text;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Streaming;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

/// <summary>Everything that a stream gave: its updates, and the error that ended it.</summary>
internal sealed record Transcript(List<ChatUpdate> Updates, AzureOpenAIException? Error)
{
    public ChatCompletion Completion
    {
        get
        {
            var builder = new ChatCompletionBuilder();
            Updates.ForEach(update => builder.Add(update));
            return builder.Build();
        }
    }

    public static Task<Transcript> ReadAsync(string text, ChatRequest? request = null) => ReadAsync(() => new PiecewiseStream(Encoding.UTF8.GetBytes(text)), request);

    public static Task<Transcript> ReadAsync(Func<Stream> body, ChatRequest? request = null) => ReadAsync(ServiceStub.Answering(body).Client(), request);

    public static async Task<Transcript> ReadAsync(AzureOpenAIClient client, ChatRequest? request = null)
    {
        var updates = new List<ChatUpdate>();
        try
        {
            await foreach (var update in client.CompleteChatStreamingAsync(request ?? new("Hello")))
            {
                updates.Add(update);
            }
        }
        catch (AzureOpenAIException error)
        {
            return new(updates, error);
        }

        return new(updates, null);
    }

    /// <summary>Shows all of it, to compare two readings of one stream.</summary>
    public string Show()
    {
        var text = new StringBuilder();
        foreach (var update in Updates)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{update.Id} {update.Model} {update.CreatedAt} {update.SystemFingerprint} {update.ChoiceIndex} '{update.Text}' '{update.Refusal}' {update.ToolCall} {update.FunctionCall} {update.FinishReason}")
                .AppendLine(CultureInfo.InvariantCulture, $"  {update.ContentFilter} {string.Join(',', update.PromptFilterResults)} {update.Usage} {string.Join(',', update.AdditionalProperties.Select(member => member.Key + member.Value.ValueKind))} {update.LogProbabilities?.Content.Length}");
        }

        return text.Append(Error?.Kind).ToString();
    }
}
