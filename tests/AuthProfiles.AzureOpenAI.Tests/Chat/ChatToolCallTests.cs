using AuthProfiles.AzureOpenAI.Chat;

namespace AuthProfiles.AzureOpenAI.Tests.Chat;

internal sealed class ChatToolCallTests
{
    [TestCase("{\"city\":\"Oslo\"}", "{\"city\":\"Oslo\"}")]
    [TestCase("", "{}")]
    [TestCase(" \n", "{}")]
    public void Arguments_are_parsed_when_asked_for(string text, string json) => Assert.Multiple(() =>
    {
        Assert.That((new ChatToolCall { Arguments = text }.TryGetArguments(out var arguments), arguments.ToString()), Is.EqualTo((true, json)));
        Assert.That((new ChatFunctionCall("f", text).TryGetArguments(out var older), older.ToString()), Is.EqualTo((true, json)));
    });

    [TestCase("{\"city\":")]
    [TestCase("{} {}")]
    [TestCase("[1]")]
    [TestCase("null")]
    [TestCase("\"text\"")]
    public void Arguments_that_are_no_json_object_are_told_apart(string text) => Assert.Multiple(() =>
    {
        Assert.That((new ChatToolCall { Arguments = text }.TryGetArguments(out var arguments), arguments.ValueKind), Is.EqualTo((false, System.Text.Json.JsonValueKind.Undefined)));
        Assert.That(new ChatFunctionCall("f", text).TryGetArguments(out _), Is.False);
    });

    [Test]
    public void Arguments_without_end_are_no_object() =>
        Assert.That(new ChatToolCall { Arguments = "{\"a\":" + new string('[', 100_000) }.TryGetArguments(out _), Is.False);

    // Not a test case: an attribute cannot hold half of a surrogate pair.
    [Test]
    public void Arguments_that_are_no_text_are_no_object() =>
        Assert.That(new ChatToolCall { Arguments = "{\"a\":\"\uD800\"}" }.TryGetArguments(out _), Is.False);
}
