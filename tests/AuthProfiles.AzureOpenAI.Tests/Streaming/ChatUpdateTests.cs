using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.ContentFilters;
using AuthProfiles.AzureOpenAI.Streaming;

namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

internal sealed class ChatUpdateTests
{
    [Test]
    public void The_default_says_nothing()
    {
        ChatUpdate update = default;
        Assert.Multiple(() =>
        {
            Assert.That((update.Id, update.Model, update.Text, update.ToolCall, update.Refusal, update.Usage), Is.EqualTo((string.Empty, string.Empty, default(string), default(ChatToolCallUpdate?), default(string), default(ChatUsage))));
            Assert.That((update.AdditionalProperties.Count, update.PromptFilterResults.Length, update.Annotations.Length), Is.EqualTo((0, 0, 0)));
        });
    }

    [TestCase("call", null, null)]
    [TestCase(null, "function", null)]
    [TestCase(null, null, "find")]
    [TestCase(null, null, null)]
    public void A_piece_of_a_call_keeps_what_it_has(string? id, string? type, string? name)
    {
        var call = new ChatToolCallUpdate(1, id, type, name, "{");

        Assert.That(new ChatUpdate { ToolCall = call }.ToolCall, Is.EqualTo(call));
        Assert.That(new ChatUpdate { Refusal = "no", ToolCall = call }.ToolCall, Is.EqualTo(call));
    }

    [Test]
    public void Every_member_can_be_set_for_a_test_of_the_application()
    {
        var usage = new ChatUsage { TotalTokens = 3 };
        var update = new ChatUpdate
        {
            Id = "c1",
            Model = "gpt-4o",
            CreatedAt = DateTimeOffset.UnixEpoch,
            SystemFingerprint = "fp",
            RequestId = "r",
            Text = "Hi",
            ChoiceIndex = 1,
            FinishReason = FinishReason.Stop,
            Refusal = "no",
            ReasoningContent = "hm",
            FunctionCall = new("f", "{}"),
            ToolCall = new(int.MaxValue, "call", "function", "find", "{"),
            Usage = usage,
            LogProbabilities = new(),
            Audio = new(),
            Context = new(),
            Annotations = [new()],
            PromptFilterResults = [new(2, new ContentFilterResults("{}"u8.ToArray()))],
            AdditionalProperties = ImmutableDictionary<string, JsonElement>.Empty.Add("a", default),
        };
        Assert.Multiple(() =>
        {
            Assert.That((update.Id, update.Model, update.CreatedAt, update.SystemFingerprint, update.RequestId), Is.EqualTo(("c1", "gpt-4o", (DateTimeOffset?)DateTimeOffset.UnixEpoch, "fp", "r")));
            Assert.That((update.Text, update.ChoiceIndex, update.FinishReason, update.Refusal, update.ReasoningContent, update.FunctionCall!.Name), Is.EqualTo(("Hi", 1, FinishReason.Stop, "no", "hm", "f")));
            Assert.That(update.ToolCall, Is.EqualTo(new ChatToolCallUpdate(int.MaxValue, "call", "function", "find", "{")));
            Assert.That((update.Usage, update.LogProbabilities is not null, update.Audio is not null, update.Context is not null), Is.EqualTo((usage, true, true, true)));
            Assert.That((update.Annotations.Length, update.PromptFilterResults[0].PromptIndex, update.AdditionalProperties.Count), Is.EqualTo((1, 2, 1)));
            Assert.That((update with { ToolCall = null }).ToolCall, Is.Null);
            Assert.That(update with { Text = "Ho" }, Is.Not.EqualTo(update));
        });
    }
}
