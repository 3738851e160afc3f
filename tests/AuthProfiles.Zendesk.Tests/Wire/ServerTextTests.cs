using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tests.Wire;

/// <summary>What a server wrote, made fit for a message.</summary>
[TestFixture]
public sealed class ServerTextTests
{
    [TestCase(null, null)]
    [TestCase(" \r\n ", null)]
    [TestCase("a b ~ ü 漢", "a b ~ ü 漢")]
    [TestCase("a\tb\u202ec\ue000\u2028\u2029\U0001F600", "a\\u0009b\\u202Ec\\uE000\\u2028\\u2029\\uD83D\\uDE00")]
    public void Letters_of_any_language_stay_and_what_could_forge_a_line_is_escaped(string? text, string? clean) => Assert.That(ServerText.Clean(text), Is.EqualTo(clean));

    [TestCase(32, false)]
    [TestCase(33, true)]
    [TestCase(40, true)]
    public void A_word_that_could_be_a_credential_is_left_out(int length, bool isLeftOut)
    {
        var word = string.Concat(Enumerable.Repeat("!aZ~", length))[..length];

        Assert.That(ServerText.Clean(word), Is.EqualTo(isLeftOut ? "…" : word));
        Assert.That(ServerText.Clean($"a {word} b {word}"), Is.EqualTo(isLeftOut ? "a … b …" : $"a {word} b {word}"));
    }

    [TestCase(100, false)]
    [TestCase(101, true)]
    public void A_long_text_is_cut_at_200_characters(int words, bool isCut) =>
        Assert.That(ServerText.Clean(string.Concat(Enumerable.Repeat("a ", words))), Is.EqualTo(string.Concat(Enumerable.Repeat("a ", 100)) + (isCut ? "…" : "")));
}
