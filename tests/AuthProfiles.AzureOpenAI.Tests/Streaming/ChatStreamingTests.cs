using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.ContentFilters;
using AuthProfiles.AzureOpenAI.Streaming;

namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

internal sealed class ChatStreamingTests
{
    private static IEnumerable<string> Names => CannedStreams.Whole.Keys;

    [TestCaseSource(nameof(Names))]
    public async Task A_whole_stream_ends_without_an_error(string name) => Assert.That((await ReadAsync(name)).Error, Is.Null);

    [TestCase("plain", "Urgent, ü\n\"x\" 😀.")]
    [TestCase("without done", "Hi")]
    [TestCase("without the last blank line", "Hi")]
    [TestCase("asynchronous filter", "Hi")]
    [TestCase("older names and noise", "Hi there")]
    [TestCase("carriage returns", "Hi")]
    [TestCase("both line endings", "Hi")]
    [TestCase("mark, comments and no space", "Hi")]
    [TestCase("data on several lines", "Hi")]
    [TestCase("keep-alive events", "Hi")]
    [TestCase("unmodelled events", "Hi")]
    [TestCase("named messages", "Hi")]
    [TestCase("withheld", "Hi")]
    public async Task The_text_comes_whole(string name, string text)
    {
        var read = await ReadAsync(name);
        Assert.Multiple(() =>
        {
            Assert.That(string.Concat(read.Updates.Select(update => update.Text)), Is.EqualTo(text));
            Assert.That(read.Completion.Text, Is.EqualTo(text));
        });
    }

    [Test]
    public async Task The_first_chunk_has_no_choices_and_no_id()
    {
        var first = (await ReadAsync("plain")).Updates[0];
        Assert.That((first.Id, first.Model, first.CreatedAt, first.Text, first.PromptFilterResults.Single().PromptIndex), Is.EqualTo((string.Empty, string.Empty, default(DateTimeOffset?), default(string), 0)));
    }

    [Test]
    public async Task What_chunks_have_in_common_is_on_every_update()
    {
        var updates = (await ReadAsync("asynchronous filter")).Updates;
        Assert.That(
            updates.Skip(1).Select(update => (update.Id, update.Model, update.SystemFingerprint, update.CreatedAt)).Distinct(),
            Is.EqualTo(new[] { ("chatcmpl-1", "gpt-4o-2024-11-20", "fp_1", (DateTimeOffset?)new DateTimeOffset(2025, 3, 10, 1, 25, 52, TimeSpan.Zero)) }));
    }

    [Test]
    public async Task A_choice_without_a_delta_says_what_the_filters_found_later()
    {
        var read = await ReadAsync("asynchronous filter");
        var annotations = read.Updates.Where(update => update.AdditionalProperties.ContainsKey("content_filter_offsets")).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(annotations.Select(update => (update.Text, update.FinishReason.Value, update.AdditionalProperties["content_filter_offsets"].GetProperty("end_offset").GetInt32())),
                Is.EqualTo(new[] { (default(string), default(string), 2), (null, null, 4) }));
            Assert.That(annotations[^1].ContentFilter!.ReadCategories()[0].Name, Is.EqualTo("hate"));
            Assert.That(read.Completion.Choices.Single().FinishReason, Is.EqualTo(FinishReason.Stop));
        });
    }

    [Test]
    public async Task Usage_comes_once_in_an_update_of_its_own()
    {
        var read = await ReadAsync("plain");
        Assert.Multiple(() =>
        {
            Assert.That(read.Updates.Count(update => update.Usage is not null), Is.EqualTo(1));
            Assert.That((read.Completion.Usage!.TotalTokens, read.Completion.Usage.ReasoningTokens, read.Completion.Usage.CachedPromptTokens), Is.EqualTo((12, 1, 4)));
        });
    }

    [Test]
    public async Task A_refusal_comes_in_pieces()
    {
        var read = await ReadAsync("refusal");
        Assert.That((read.Completion.Choices.Single().Message.Refusal, read.Completion.Text), Is.EqualTo(("I can't.", string.Empty)));
    }

    [TestCase("several answers", "Aa!:length Bb:stop")]
    [TestCase("several answers in one chunk", "A:stop B:stop")]
    public async Task Several_answers_are_kept_apart(string name, string answers) => Assert.That(
        string.Join(' ', (await ReadAsync(name)).Completion.Choices.Select(choice => $"{choice.Message.Content}:{choice.FinishReason}")), Is.EqualTo(answers));

    [Test]
    public async Task Each_piece_of_a_tool_call_is_an_update()
    {
        var pieces = (await ReadAsync("tool calls")).Updates.Select(update => update.ToolCall).OfType<ChatToolCallUpdate>();
        Assert.That(pieces, Is.EqualTo(new ChatToolCallUpdate[]
        {
            new(0, "call_a", "function", "find", string.Empty),
            new(0, null, null, null, "{\"id\":"),
            new(1, "call_b", "function", "close", "{}"),
            new(0, null, null, null, "1}"),
            new(1, null, null, null, " "),
            new(2, "call_c", "function", "log", "["),
        }));
    }

    [Test]
    public async Task Members_that_are_new_are_kept()
    {
        var update = (await ReadAsync("new members")).Updates[0];
        Assert.That(update.AdditionalProperties.Select(member => $"{member.Key}={member.Value}"), Is.EquivalentTo(new[] { "thought=Hm.", "new=1", "service_tier=default", "code=7" }));
    }

    [Test]
    public async Task Results_of_the_filters_that_are_equal_are_one_object()
    {
        var filters = (await ReadAsync("plain")).Updates.Select(update => update.ContentFilter).OfType<ContentFilterResults>().ToList();
        Assert.That((filters.Count, filters.Distinct().Count()), Is.EqualTo((5, 2)));
    }

    [Test]
    public async Task What_was_withheld_is_said()
    {
        var choice = (await ReadAsync("withheld")).Completion.Choices.Single();
        Assert.That((choice.FinishReason, choice.ContentFilter!.ReadCategories().Single().Filtered), Is.EqualTo((FinishReason.ContentFilter, true)));
    }

    [Test]
    public async Task The_probabilities_of_a_piece_come_with_it()
    {
        var updates = (await ReadAsync("log probabilities")).Updates;
        Assert.That(updates.Take(2).Select(update => update.LogProbabilities!.Content.Single().Token), Is.EqualTo(new[] { "Hi", "!" }));
    }

    private static Task<Transcript> ReadAsync(string name) => Transcript.ReadAsync(CannedStreams.Whole[name]);
}
