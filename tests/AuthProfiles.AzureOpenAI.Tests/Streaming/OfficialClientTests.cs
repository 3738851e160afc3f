using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Text;
using AuthProfiles.AzureOpenAI.Tests.Wire;
using OpenAI;
using OpenAI.Chat;

namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

/// <summary>The same streams, read by this client and by the official one.</summary>
internal sealed class OfficialClientTests
{
    // The official client reads the text of one answer per chunk, and knows none of the names that are not the specification's.
    private static readonly string[] Names =
    [
        "plain", "without done", "both line endings", "carriage returns", "mark, comments and no space", "data on several lines", "refusal", "several answers", "tool calls", "function call", "log probabilities", "withheld", "named messages",
    ];

    [TestCaseSource(nameof(Names))]
    public async Task Both_read_the_same(string name)
    {
        var text = CannedStreams.Whole[name];
        var ours = await OursAsync(text);
        Assert.That(ours, Is.EqualTo(await TheirsAsync(text)));
        Assert.That(ours, Is.Not.Empty);
    }

    [TestCase("error as data")]
    [TestCase("error as an event")]
    [TestCase("cut within an event")]
    [TestCase("error as a JSON body")]
    public async Task What_the_official_client_ends_silently_is_an_error_here(string name)
    {
        var (text, kind) = CannedStreams.Broken[name];
        Assert.That((await Transcript.ReadAsync(text)).Error!.Kind, Is.EqualTo(kind));
        Assert.That(async () => await TheirsAsync(text), Throws.Nothing);
    }

    private static async Task<string> OursAsync(string text)
    {
        var seen = new Seen();
        foreach (var update in (await Transcript.ReadAsync(text)).Updates)
        {
            seen.Text.Append(update.Text);
            seen.Refusal.Append(update.Refusal);
            seen.Add(update.FinishReason.Value);
            seen.Add(update.ToolCall?.Index, update.ToolCall?.Id, update.ToolCall?.Name, update.ToolCall?.Arguments);
            seen.Usage = update.Usage is { } usage ? (usage.PromptTokens, usage.CompletionTokens, usage.TotalTokens, usage.CachedPromptTokens, usage.ReasoningTokens) : seen.Usage;
        }

        return seen.ToString();
    }

    private static async Task<string> TheirsAsync(string text)
    {
        var seen = new Seen();
        var transport = new HttpClientPipelineTransport(new HttpClient(ServiceStub.Answering(text, mediaType: "text/event-stream")));
        var client = new ChatClient("gpt-4o", new ApiKeyCredential("key"), new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/"), Transport = transport });
        await foreach (var update in client.CompleteChatStreamingAsync([new UserChatMessage("Hello")]))
        {
            seen.Text.Append(string.Concat(update.ContentUpdate.Select(part => part.Text)));
            seen.Refusal.Append(update.RefusalUpdate);
            seen.Add(update.FinishReason?.ToString());
            foreach (var call in update.ToolCallUpdates)
            {
                seen.Add(call.Index, call.ToolCallId, call.FunctionName, call.FunctionArgumentsUpdate?.ToString());
            }

            seen.Usage = update.Usage is { } usage
                ? (usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount, usage.InputTokenDetails.CachedTokenCount, usage.OutputTokenDetails.ReasoningTokenCount)
                : seen.Usage;
        }

        return seen.ToString();
    }

    private sealed class Seen
    {
        private readonly List<string> _reasons = [];
        private readonly SortedDictionary<int, string> _calls = [];

        public StringBuilder Text { get; } = new();

        public StringBuilder Refusal { get; } = new();

        public (long Prompt, long Completion, long Total, long Cached, long Reasoning) Usage { get; set; }

        public void Add(string? reason)
        {
            if (reason is not null)
            {
                // The official client has an enumeration of the words.
                _reasons.Add(reason.Replace("_", string.Empty, StringComparison.Ordinal).ToUpperInvariant());
            }
        }

        public void Add(int? index, string? id, string? name, string? arguments)
        {
            if (index is { } at)
            {
                _calls[at] = _calls.GetValueOrDefault(at) + (id is null ? null : $"{id} {name} ") + arguments;
            }
        }

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Text}|{Refusal}|{string.Join(',', _reasons)}|{string.Join(';', _calls)}|{Usage}");
    }
}
