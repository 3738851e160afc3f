using System.Text;
using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tests.Wire;

/// <summary>Values as they are read: what is of an unexpected type is absent, and what follows is read from its own place.</summary>
[TestFixture]
public sealed class JsonValueTests
{
    private delegate object? ReadAny(ref JsonSource json);

    private static readonly string[] Known = ["open", "closed"];

    private static IEnumerable<TestCaseData> Values()
    {
        ReadAny text = static (ref json) => json.Text();
        ReadAny likely = static (ref json) => json.Text("same");
        ReadAny shared = static (ref json) => json.SharedText();
        ReadAny known = static (ref json) => json.Text(Known);
        ReadAny number = static (ref json) => json.Int64();
        ReadAny flag = static (ref json) => json.Boolean();
        ReadAny time = static (ref json) => json.Time();
        ReadAny unix = static (ref json) => json.UnixTime();
        ReadAny either = static (ref json) => json.TextOrNumber();
        ReadAny ids = static (ref json) => string.Join(',', json.Ids());
        ReadAny texts = static (ref json) => string.Join(',', json.Texts());
        ReadAny begins = static (ref json) => json.BeginsObject();
        ReadAny raw = static (ref json) => RawReader.Value(ref json)?.GetRawText();
        ReadAny list = static (ref json) => string.Join(',', RawReader.List(ref json).Select(static item => item.GetRawText()));
        ReadAny members = static (ref json) => string.Join(',', RawReader.Read(ref json).Keys);
        ReadAny bytes = static (ref json) => Encoding.UTF8.GetString(RawReader.Bytes(ref json));
        yield return new("\"a\\u0062\"", text, "ab");
        yield return new("1", text, null);
        yield return new("{\"x\":1}", text, null);
        yield return new("\"same\"", likely, "same");
        yield return new("\"other\"", likely, "other");
        yield return new("[\"same\"]", likely, null);
        yield return new("\"x\"", shared, "x");
        yield return new("[1]", shared, null);
        yield return new("\"open\"", known, "open");
        yield return new("\"\\u006fpen\"", known, "open");
        yield return new("\"held\"", known, "held");
        yield return new("\"\"", known, null);
        yield return new("{}", known, null);
        yield return new("7", number, 7L);
        yield return new("\"-7\"", number, -7L);
        yield return new("\"7.5\"", number, null);
        yield return new("7.5", number, null);
        yield return new("[7]", number, null);
        yield return new("true", flag, true);
        yield return new("false", flag, false);
        yield return new("{\"x\":true}", flag, null);
        yield return new("\"2026-11-21T12:00:00Z\"", time, new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
        yield return new("\"soon\"", time, null);
        yield return new("[\"2026-11-21T12:00:00Z\"]", time, null);
        yield return new("0", unix, DateTimeOffset.UnixEpoch);
        yield return new("-1", unix, null);
        yield return new("253402300799", unix, new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero));
        yield return new("253402300800", unix, null);
        yield return new("1.50", either, "1.50");
        yield return new("\"1.50\"", either, "1.50");
        yield return new("[1]", either, null);
        yield return new("[1,\"2\",null,{},3]", ids, "1,2,3");
        yield return new("{\"a\":[1]}", ids, "");
        yield return new("[\"a\",1,\"b\"]", texts, "a,b");
        yield return new("\"a\"", texts, "");
        yield return new("[{}]", begins, false);
        yield return new("null", raw, null);
        yield return new("[1, 2]", raw, "[1, 2]");
        yield return new("[1,{\"a\":2}]", list, "1,{\"a\":2}");
        yield return new("{\"a\":[1]}", list, "");
        yield return new("null", list, "");
        yield return new("{\"a\":[1],\"b\":2}", members, "a,b");
        yield return new("[1]", members, "");
        yield return new("{ \"a\":[1] }", bytes, "{ \"a\":[1] }");
    }

    [TestCaseSource(nameof(Values))]
    public void A_value_is_read_or_absent_and_passed_over_whole(string text, object read, object? value)
    {
        var json = new JsonSource(Encoding.UTF8.GetBytes($$"""{"v":{{text}},"after":"here"}"""), keepsUnknown: false);
        json.Read();
        json.NextMember(out _);

        var found = ((ReadAny)read)(ref json);

        Assert.That(found, Is.EqualTo(value));
        Assert.That(json.NextMember(out var name), Is.True);
        Assert.That((Encoding.UTF8.GetString(name), json.TextEquals("here"u8), json.TextEquals("there"u8), json.Text()), Is.EqualTo(("after", true, false, "here")));
        Assert.That(json.NextMember(out var none), Is.False);
        Assert.That((none.Length, json.Read()), Is.EqualTo((0, false)));
    }

    [Test]
    public void A_number_that_fits_no_decimal_is_none()
    {
        var json = new JsonSource("[1.5,1e99]"u8, keepsUnknown: false);
        json.Read();
        json.Read();
        Assert.That(json.Decimal(), Is.EqualTo(1.5m));
        json.Read();
        Assert.That((json.Decimal(), json.TextEquals("1e99"u8)), Is.EqualTo(((decimal?)null, false)));
    }

    [Test]
    public void A_record_is_found_under_its_name_wherever_it_stands()
    {
        var one = Answer.Of<string>("ticket", static (ref json) => json.Text());
        var first = Answer.OfFirst<string>("user", "users", static (ref json) => json.Text());
        var list = Answer.ListOf<string>("tags", static (ref json) => json.Text());

        Assert.That(Read(one, """{"more":{"ticket":"inner"},"ticket":"a","rest":[{}]}"""), Is.EqualTo("a"));
        Assert.That(Read(list, """{"more":["x"],"tags":["a","b"]}"""), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(Read(first, """{"more":{"user":"inner"},"user":"a","users":["b"]}"""), Is.EqualTo("a"));
        Assert.That(Read(first, """{"users":["b","c"],"user":"a"}"""), Is.EqualTo("b"));
        Assert.That(Read(first, """{"users":[],"user":"a"}"""), Is.EqualTo("a"));
        Assert.That(() => Read(one, """{"other":"a"}"""), Fault("The answer has no 'ticket'."));
        Assert.That(() => Read(one, """["a"]"""), Fault("An object was expected."));
        Assert.That(() => Read(first, """{"users":[]}"""), Fault("The answer has no 'user'."));
        Assert.That(() => Read(first, """["a"]"""), Fault("An object was expected."));
        Assert.That(() => Read(list, """{"tag":["a"]}"""), Fault("The answer has no 'tags'."));
    }

    [Test]
    public void What_all_records_share_is_read_and_the_rest_is_kept()
    {
        var json = new JsonSource("""{"id":7,"xx":1,"url":"u","abc":[2],"created_at":"2026-11-21T12:00:00Z","updated_at":"2026-11-22T12:00:00Z","modified_a":{},"\ud800":1,"xx":3}"""u8, keepsUnknown: true);
        var head = default(RecordHead);
        json.Read();
        while (json.NextMember(out var name))
        {
            head.Read(name, ref json);
        }

        var others = head.Others();
        Assert.That((head.Id("A brand"), head.Url, head.CreatedAt?.Day, head.UpdatedAt?.Day), Is.EqualTo((7L, "u", (int?)21, (int?)22)));
        Assert.That(others.Keys, Is.EquivalentTo(new[] { "xx", "abc", "modified_a" }), "a name that is no text is left out");
        Assert.That((others.Count, others["xx"].GetInt32(), others.ContainsKey("abc"), others.ContainsKey("id"), others.Values.Count()), Is.EqualTo((3, 3, true, false, 3)));
        Assert.That((others.TryGetValue("abc", out var abc), abc.GetRawText(), others.TryGetValue("id", out _)), Is.EqualTo((true, "[2]", false)));
        Assert.That(((System.Collections.IEnumerable)others).Cast<object>().Count(), Is.EqualTo(3));
        Assert.That(() => default(RecordHead).Id("A brand"), Fault("A brand has no id."));
        Assert.That(default(RecordHead).Others(), Is.Empty);
        var keys = others.Keys;
        Assert.That(others.Keys, Is.SameAs(keys), "they are parsed once");
    }

    [Test]
    public void A_text_that_is_known_or_likely_is_the_string_at_hand()
    {
        var likely = new string("likely".AsSpan());
        var json = new JsonSource("""["closed","likely",null]"""u8, keepsUnknown: false);
        json.Read();
        json.Read();
        Assert.That(json.Text(Known), Is.SameAs(Known[1]));
        json.Read();
        Assert.That((json.Text((string?)null), ReferenceEquals(json.Text(likely), likely)), Is.EqualTo(("likely", true)));
        json.Read();
        Assert.That((json.Text(likely), json.Text((string?)null)), Is.EqualTo(((string?)null, (string?)null)));
    }

    [TestCase(40, true)]
    [TestCase(41, false)]
    public void A_short_text_that_comes_again_is_the_same_string(int length, bool isShared)
    {
        var text = new string('t', length);
        var json = new JsonSource(Encoding.UTF8.GetBytes($"[\"{text}\",\"{text}\"]"), keepsUnknown: false);
        json.Read();

        var texts = json.Texts();

        Assert.That(texts, Is.EqualTo(new[] { text, text }));
        Assert.That(ReferenceEquals(texts[0], texts[1]), Is.EqualTo(isShared));
    }

    [Test]
    public void A_fault_of_the_reader_is_told_by_its_place_and_our_own_as_it_is()
    {
        var own = new JsonException("The list has no items.");
        var other = new InvalidOperationException("x");
        var readers = Assert.Catch<JsonException>(static () => JsonDocument.Parse("{\n \"a\":nope}").Dispose());

        Assert.That((JsonFault.Shown(own), JsonFault.Shown(other)), Is.EqualTo((own, other)));
        Assert.That(JsonFault.Shown(readers!).Message, Is.EqualTo("No JSON at line 2, byte 7."));
    }

    private static T Read<T>(ReadValue<T> read, string text)
    {
        var json = new JsonSource(Encoding.UTF8.GetBytes(text), keepsUnknown: false);
        json.Read();
        var value = read(ref json);
        Assert.That(json.Read(), Is.False, "the whole answer is read");
        return value;
    }

    private static NUnit.Framework.Constraints.EqualStringConstraint Fault(string message) => Throws.TypeOf<JsonException>().With.Message.EqualTo(message);
}
