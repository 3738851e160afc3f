using System.Text;
using AuthProfiles.Zendesk.Errors;

namespace AuthProfiles.Zendesk.Tests.Errors;

/// <summary>The shapes of a refusal's body, with members in any order and others between them.</summary>
[TestFixture]
public sealed class ErrorBodyReaderTests
{
    [TestCase("""{"description":"first","message":"second"}""", null, "second")]
    [TestCase("""{"description":"first","message":null}""", null, "first")]
    [TestCase("""{"message":" ","description":"last"}""", null, "last")]
    [TestCase("""{"description":"kept","error":{"title":"T"}}""", "T", "kept")]
    [TestCase("""{"description":"old","error":{"title":"T","message":"new"}}""", "T", "new")]
    [TestCase("""{"url":{"error":"inner","description":"inner"},"more":[{"error":"inner"}],"error":"E"}""", "E", null)]
    [TestCase("""{"error":{"more":{"code":"inner"},"code":"C","title":"T"}}""", "C", "T")]
    [TestCase("""{"error":{"code":"C","title":"T","detail":"D"}}""", "C", "D")]
    [TestCase("""{"error":{"title":"T"}}""", "T", null)]
    [TestCase("\uFEFF plain words ", null, "\\uFEFF plain words")]
    [TestCase("  <html>", null, null)]
    [TestCase(" {\"error\":", null, null)]
    public void Code_and_sentence_are_found(string body, string? code, string? description)
    {
        var read = ErrorBodyReader.Read(Encoding.UTF8.GetBytes(body));

        Assert.That((read.Code, read.Description), Is.EqualTo((code, description)));
        Assert.That(read.Details, Is.Empty);
    }

    [TestCase("""{"details":["a","b"],"error":"E"}""", "E", null, "/-/a", "/-/b")]
    [TestCase("""{"errors":["a"],"error":"E"}""", "E", null, "/-/a")]
    [TestCase("""{"errors":["a"],"description":"D"}""", null, "D", "/-/a")]
    [TestCase("""{"errors":["one","two","three"]}""", null, "one", "/-/two", "/-/three")]
    [TestCase("""{"errors":[{"code":"C","title":"T"},{"code":"C2","detail":"D2"}]}""", "C", "T", "/C2/D2")]
    [TestCase("""{"details":{"subject":["a"]}}""", null, null, "subject/-/a")]
    [TestCase("""{"details":{"":["a"]},"error":"E"}""", "E", null, "/-/a")]
    [TestCase("""{"details":{"f":[{"more":{"code":"inner"},"code":"C"},{"title":"T"}],"g":{"error":"G"}},"error":"E"}""", "E", null, "f/C/-", "f/T/-", "g/G/-")]
    [TestCase("""{"details":null,"error":"E"}""", "E", null)]
    [TestCase("""{"errors":null,"error":"E","description":"D"}""", "E", "D")]
    [TestCase("""{"details":null,"errors":null}""", null, null)]
    [TestCase("""{"details":{"f":null,"g":[null,"a"]},"error":"E"}""", "E", null, "g/-/a")]
    [TestCase("""{"errors":[null,"one",null,"two"]}""", null, "one", "/-/two")]
    public void Details_are_found_in_any_of_their_places(string body, string? code, string? description, params string[] details)
    {
        var read = ErrorBodyReader.Read(Encoding.UTF8.GetBytes(body));

        Assert.That((read.Code, read.Description), Is.EqualTo((code, description)));
        Assert.That(read.Details.Select(static detail => $"{detail.Field}/{detail.Code ?? "-"}/{detail.Description ?? "-"}"), Is.EqualTo(details));
    }

    [Test]
    public void Of_plain_words_the_first_kilobyte_is_looked_at() =>
        Assert.That(ErrorBodyReader.Read(Encoding.UTF8.GetBytes(new string(' ', 1023) + "ab")).Description, Is.EqualTo("a"));
}
