using System.Text;
using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tests.Wire;

[TestFixture]
public sealed class JsonSourceTests
{
    [TestCase("""{"a":[{"id":1}],"b":[{"id":1}],"c":7,"d":{"x":1}}""", TestName = "{m}(as it should be)")]
    [TestCase("""{"a":[{"id":1}],"b":[{"id":1}] , "c":7,"d":{"x":1}}""", TestName = "{m}(with white space behind)")]
    [TestCase("""{"a":[{"id":1}],"b":[{"id":1},2],"c":7,"d":{"x":1}}""", TestName = "{m}(longer)")]
    [TestCase("""{"a":[{"id":1},2],"b":[{"id":1}],"c":7,"d":{"x":1}}""", TestName = "{m}(shorter)")]
    [TestCase("""{"a":[],"b":[],"c":7,"d":{"x":1}}""", TestName = "{m}(empty)")]
    [TestCase("""{"a":{"k":[1]},"b":{"k":[1]},"c":7,"d":{"x":1}}""", TestName = "{m}(an object)")]
    [TestCase("""{"a":1,"b":12,"c":7,"d":{"x":1}}""", TestName = "{m}(a number that begins as another)")]
    [TestCase("""{"a":"x","b":"x","c":7,"d":{"x":1}}""", TestName = "{m}(a text)")]
    [TestCase("""{"b":[1],"a":[1],"c":7,"d":{"x":1}}""", TestName = "{m}(before its original)")]
    [TestCase("""{"a":[1],"b":[1],"b":[1],"c":7,"d":{"x":1}}""", TestName = "{m}(twice)")]
    public void What_follows_a_copy_is_read_from_its_own_place(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var json = new JsonSource(utf8, keepsUnknown: true);
        PassedValue passed = default;
        UnknownMembers unknown = default;
        long? after = null;
        json.Read();
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("a"u8))
            {
                var start = json.Position;
                json.Skip();
                passed = json.Passed(start);
            }
            else if (name.SequenceEqual("b"u8))
            {
                json.SkipCopy(passed);
            }
            else if (name.SequenceEqual("c"u8))
            {
                after = json.Int64();
            }
            else
            {
                json.Unknown(ref unknown);
            }
        }

        Assert.That(after, Is.EqualTo(7));
        Assert.That(unknown.ToMembers()["d"].GetRawText(), Is.EqualTo("""{"x":1}"""));
        Assert.That(json.Read(), Is.False);
    }

    [TestCase("""{"a":[1],"b":[1]""")]
    [TestCase("""{"a":[1],"b":[1]]""")]
    [TestCase("""{"a":[1],"b":[1] 5}""")]
    [TestCase("""{"a":[1],"b":[1],}""")]
    [TestCase("""{"a":[1],"b":[1]}}""")]
    public void What_is_no_JSON_behind_a_copy_is_an_error(string text)
    {
        Assert.Catch<JsonException>(() =>
        {
            var json = new JsonSource(Encoding.UTF8.GetBytes(text), keepsUnknown: false);
            json.Read();
            json.NextMember(out _);
            var start = json.Position;
            json.Skip();
            var passed = json.Passed(start);
            json.NextMember(out _);
            json.SkipCopy(passed);
            json.NextMember(out _);
            json.Read();
        });
    }

    [Test]
    public void A_text_that_comes_again_is_the_same_string()
    {
        var texts = Texts("""["printer","fire","printer","a\u0062","ab","prönter","prönter",""]""");

        Assert.That(texts, Is.EqualTo(new[] { "printer", "fire", "printer", "ab", "ab", "prönter", "prönter", string.Empty }));
        Assert.That(texts[2], Is.SameAs(texts[0]));
    }

    [Test]
    public void Texts_in_the_same_place_stay_apart()
    {
        // More than there are places, in a random order: a wrong one would show.
        var random = new Random(3);
        var texts = Enumerable.Range(0, 5_000).Select(_ => $"tag_{random.Next(400)}").ToArray();

        Assert.That(Texts($"[{string.Join(',', texts.Select(static text => $"\"{text}\""))}]"), Is.EqualTo(texts));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(16)]
    [TestCase(17)]
    [TestCase(1_000)]
    public void A_list_of_any_length_is_read(int length)
    {
        var json = new JsonSource(Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(1, length))}]"), keepsUnknown: false);
        json.Read();

        Assert.That(json.Ids(), Is.EqualTo(Enumerable.Range(1, length).Select(static id => (long)id)));
    }

    private static IReadOnlyList<string> Texts(string text)
    {
        var json = new JsonSource(Encoding.UTF8.GetBytes(text), keepsUnknown: false);
        json.Read();
        return json.Texts();
    }
}
