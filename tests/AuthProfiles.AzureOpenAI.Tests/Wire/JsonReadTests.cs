using System.Text;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Wire;

/// <summary>Members are what their names say or a fault; those that only count may be strange.</summary>
internal sealed class JsonReadTests
{
    private delegate T Step<T>(ref Utf8JsonReader reader);

    [TestCase("\"Hi\"", "Hi")]
    [TestCase("null", null)]
    public void A_text_is_text_or_nothing(string json, string? expected) => Assert.That(Read(json, JsonRead.Text), Is.EqualTo(expected));

    [TestCase("7", 7)]
    [TestCase("null", 0)]
    [TestCase("\"7\"", 0)]
    [TestCase("{\"a\":[7]}", 0)]
    [TestCase("1.5", 0)]
    [TestCase("99999999999999999999", 0)]
    public void A_count_that_is_none_is_nought(string json, long expected) => Assert.That(Read(json, JsonRead.Count), Is.EqualTo(expected));

    [TestCase("0.5", 0.5)]
    [TestCase("null", double.NaN)]
    [TestCase("[0.5]", double.NaN)]
    public void A_number_that_is_none_is_no_number(string json, double expected) => Assert.That(Read(json, JsonRead.Number), Is.EqualTo(expected));

    [TestCase("1", "1970-01-01T00:00:01Z")]
    [TestCase("253402300799", "9999-12-31T23:59:59Z")]
    [TestCase("253402300800", null)]
    [TestCase("0", null)]
    [TestCase("-1", null)]
    [TestCase("null", null)]
    public void A_time_that_does_not_fit_is_none(string json, string? expected) =>
        Assert.That(Read(json, JsonRead.UnixTime), Is.EqualTo(expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));

    [TestCase("\"AQI=\"", "0102")]
    [TestCase("null", null)]
    public void Bytes_are_base64_or_nothing(string json, string? hex) => Assert.That(Read(json, JsonRead.Base64), Is.EqualTo(hex is null ? null : Convert.FromHexString(hex)));

    [TestCase("0", 0)]
    [TestCase("2147483647", int.MaxValue)]
    public void An_index_is_a_number_from_nought_on(string json, int expected) => Assert.That(Read(json, JsonRead.Index), Is.EqualTo(expected));

    [TestCase("{\"a\": {}}", "{\"a\": {}}")]
    [TestCase("[{}]", null)]
    [TestCase("\"{}\"", null)]
    [TestCase("null", null)]
    public void An_object_is_kept_as_it_came(string json, string? expected)
    {
        var utf8 = Encoding.UTF8.GetBytes($"{{\"m\":{json},\"n\":1}}");
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        reader.Read();

        var raw = JsonRead.RawObject(ref reader, utf8);

        Assert.That(raw is null ? null : Encoding.UTF8.GetString(raw), Is.EqualTo(expected));
        Assert.That(JsonRead.NextMember(ref reader) && reader.ValueTextEquals("n"u8), Is.True);
    }

    [Test]
    public void What_is_something_else_than_its_name_says_is_a_fault()
    {
        CheckFault("7", JsonRead.Text, "A member that is text has another type.");
        CheckFault("7", JsonRead.Base64, "A member that is base64 has another type.");
        CheckFault("-1", JsonRead.Index, "An index is no number from 0 on.");
        CheckFault("\"1\"", JsonRead.Index, "An index is no number from 0 on.");
        CheckFault("7", JsonRead.EntersObject, "A member has another type than its name says.");
        CheckFault("{}", JsonRead.EntersArray, "A member has another type than its name says.");
        CheckFault("7", JsonRead.NextObject, "An array holds something other than objects.");
        CheckFault("null", JsonRead.NextObject, "An array holds something other than objects.");
    }

    [TestCase("{}", true)]
    [TestCase("null", false)]
    public void Nothing_is_no_object_and_no_fault(string json, bool expected) => Assert.That(Read(json, JsonRead.EntersObject), Is.EqualTo(expected));

    [Test]
    public void A_mark_before_the_answer_is_cut_off()
    {
        Assert.That(JsonRead.WithoutMark([0xEF, 0xBB, 0xBF, (byte)'{']).ToArray(), Is.EqualTo("{"u8.ToArray()));
        Assert.That(JsonRead.WithoutMark("{"u8).ToArray(), Is.EqualTo("{"u8.ToArray()));
    }

    // As the value of a member, with another one behind it.
    private static T Read<T>(string json, Step<T> step)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($"{{\"m\":{json},\"n\":1}}"));
        reader.Read();
        reader.Read();
        return step(ref reader);
    }

    private static void CheckFault<T>(string json, Step<T> step, string message) =>
        Assert.That(() => Read(json, step), Throws.InstanceOf<JsonException>().With.Message.EqualTo(message));
}
