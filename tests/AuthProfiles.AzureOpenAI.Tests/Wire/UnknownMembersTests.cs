using System.Text;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Wire;

internal sealed class UnknownMembersTests
{
    [Test]
    public void What_is_not_known_is_kept_as_it_came()
    {
        var members = Read("""{ "known": 1, "a" : { "b": [ 1.50, null ] }, "c\u0061":"\"x", "known": {}, "d":true }"""u8);
        Assert.That(members.Select(member => (member.Key, member.Value.GetRawText())),
            Is.EqualTo(new[] { ("a", "{ \"b\": [ 1.50, null ] }"), ("ca", "\"\\\"x\""), ("d", "true") }));
    }

    [Test]
    public void Of_two_the_last_counts_and_lookups_answer()
    {
        var members = Read("""{"a":1,"a":2}"""u8);
        Assert.Multiple(() =>
        {
            Assert.That((members.Count, members["a"].GetInt32(), members.ContainsKey("a"), members.ContainsKey("b")), Is.EqualTo((1, 2, true, false)));
            Assert.That((members.TryGetValue("a", out var found), found.GetInt32(), members.TryGetValue("b", out _)), Is.EqualTo((true, 2, false)));
            Assert.That((members.Keys.Single(), members.Values.Single().GetInt32()), Is.EqualTo(("a", 2)));
        });
    }

    [Test]
    public void A_name_that_is_no_text_is_left_out()
    {
        var members = new RawMembers((byte[])[.. "{\""u8, 0xFF, .. "\":1,\"\\uD800\":2,\"b\":3}"u8]);
        Assert.That(members.Keys, Is.EqualTo(new[] { "b" }));
    }

    [Test]
    public void Nothing_unknown_costs_nothing() => Assert.That(Read("{\"known\":{\"a\":1}}"u8), Is.SameAs(Read("{}"u8)));

    [Test]
    public void Many_members_are_kept_in_a_time_that_grows_with_them()
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, 50_000).Select(number => $"\"m{number}\":{number}")) + "}";
        Assert.That(Read(Encoding.UTF8.GetBytes(json)), Has.Count.EqualTo(50_000));
    }

    private static IReadOnlyDictionary<string, JsonElement> Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        UnknownMembers unknown = default;
        reader.Read();
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("known"u8))
            {
                JsonRead.SkipValue(ref reader);
            }
            else
            {
                unknown.Keep(ref reader, utf8);
            }
        }

        return unknown.ToMembers();
    }
}
