using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Streaming;

namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

/// <summary>Pieces are written as the answer's number, with a dot where it ends and a question mark where it is no piece of it.</summary>
internal sealed class OpenChoicesTests
{
    [TestCase(1, "", false)]
    [TestCase(1, "0", false)]
    [TestCase(1, "0 0.", true)]
    [TestCase(1, "0.", true)]
    [TestCase(1, "0. 0.", true)]
    [TestCase(1, "0. 1", false)]
    [TestCase(1, "0. 1 1", false)]
    [TestCase(1, "0. 1?", true)]
    [TestCase(1, "0. 1 1.", true)]
    [TestCase(2, "0.", false)]
    [TestCase(2, "0. 1.", true)]
    [TestCase(0, "", false)]
    [TestCase(0, "0.", true)]
    [TestCase(1, "127.", true)]
    [TestCase(1, "128.", false)]
    [TestCase(1, "0. 128", true)]
    [TestCase(1, "0. 129", true)]
    public void As_many_end_as_were_asked_for_and_each_that_has_begun(int expected, string pieces, bool haveEnded)
    {
        var (together, apart) = (new OpenChoices(expected), new OpenChoices(expected));
        foreach (var piece in pieces.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Note(together, piece);
            Note(apart, piece);
            apart.Keep();
        }

        Assert.That(apart.HaveEnded, Is.EqualTo(haveEnded));
        Assert.That(together.HaveEnded, Is.False, "Nothing is kept yet.");
        together.Keep();
        Assert.That(together.HaveEnded, Is.EqualTo(haveEnded));
    }

    [Test]
    public void What_is_forgotten_was_never_noted()
    {
        var choices = new OpenChoices(1);
        Note(choices, "0.");
        choices.Forget();
        choices.Keep();

        Assert.That(choices.HaveEnded, Is.False);
    }

    private static void Note(OpenChoices choices, string piece)
    {
        var index = int.Parse(piece.TrimEnd('.', '?'), System.Globalization.CultureInfo.InvariantCulture);
        choices.Note(new() { ChoiceIndex = index, FinishReason = piece.EndsWith('.') ? FinishReason.Stop : default }, isPiece: !piece.EndsWith('?'));
    }
}
