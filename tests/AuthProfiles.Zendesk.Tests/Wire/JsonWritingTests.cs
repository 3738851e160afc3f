using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tests.Wire;

/// <summary>Values as they are written: null is not.</summary>
[TestFixture]
public sealed class JsonWritingTests
{
    [Test]
    public async Task What_is_there_is_written_and_what_is_not_is_left_out()
    {
        using var more = JsonDocument.Parse("""{"a":[1],"b":"ü"}""");
        var members = more.RootElement.EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value);

        Assert.That(await WrittenAsync(writer =>
        {
            JsonWriting.Text(writer, "text"u8, "ü<");
            JsonWriting.Text(writer, "none"u8, null);
            JsonWriting.Id(writer, "id"u8, 7);
            JsonWriting.Id(writer, "none"u8, null);
            JsonWriting.Time(writer, "time"u8, new DateTimeOffset(2026, 11, 21, 13, 0, 0, TimeSpan.FromHours(1)));
            JsonWriting.Time(writer, "exact"u8, DateTimeOffset.UnixEpoch.AddMilliseconds(1.5));
            JsonWriting.Time(writer, "none"u8, null);
            JsonWriting.Flag(writer, "flag"u8, false);
            JsonWriting.Flag(writer, "none"u8, null);
            JsonWriting.Ids(writer, "ids"u8, [1, 2]);
            JsonWriting.Ids(writer, "none"u8, null);
            JsonWriting.Texts(writer, "texts"u8, ["a"]);
            JsonWriting.Texts(writer, "none"u8, null);
            JsonWriting.List(writer, "list"u8, [1, 2], static (writer, value) => writer.WriteNumberValue(-value));
            JsonWriting.List<int>(writer, "none"u8, null, static (writer, value) => writer.WriteNumberValue(-value));
            JsonWriting.Optional(writer, "set"u8, new Optional<string?>("x"), JsonWriting.Text);
            JsonWriting.Optional(writer, "emptied"u8, new Optional<string?>(null), JsonWriting.Text);
            JsonWriting.Optional<string?>(writer, "none"u8, default, JsonWriting.Text);
            JsonWriting.Members(writer, members);
        }), Is.EqualTo("""{"text":"ü<","id":7,"time":"2026-11-21T12:00:00Z","exact":"1970-01-01T00:00:00.0015Z","flag":false,"ids":[1,2],"texts":["a"],"list":[-1,-2],"set":"x","emptied":null,"a":[1],"b":"ü"}"""));
    }

    [Test]
    public async Task A_record_and_a_list_have_their_name_around_them_and_can_be_sent_again()
    {
        var one = JsonBody.Of("ticket", 1, static (writer, value) => writer.WriteNumber("id", value));
        var many = JsonBody.OfList("tickets", [1, 2], static (writer, value) => writer.WriteNumber("id", value));

        Assert.That((await TextAsync(one), await TextAsync(one)), Is.EqualTo(("""{"ticket":{"id":1}}""", """{"ticket":{"id":1}}""")));
        Assert.That(await TextAsync(many), Is.EqualTo("""{"tickets":[{"id":1},{"id":2}]}"""));
        using var content = one.ToContent();
        Assert.That(content.Headers.ContentType!.ToString(), Is.EqualTo("application/json"));
    }

    [Test]
    public void A_member_that_is_not_assigned_is_none()
    {
        Optional<string?> unset = default, emptied = null, set = "x";

        Assert.That((unset.HasValue, emptied.HasValue, set.HasValue), Is.EqualTo((false, true, true)));
        Assert.That((unset.Value, emptied.Value, set.Value), Is.EqualTo(((string?)null, (string?)null, "x")));
    }

    [Test]
    public void An_update_that_changes_nothing_is_refused()
    {
        Assert.That(() => UpdateCheck.ChangesSomething(new TicketUpdate(), "update"), Throws.ArgumentException.With.Message.EqualTo("The update changes nothing: assign at least one member. (Parameter 'update')"));
        Assert.That(() => UpdateCheck.ChangesSomething(new TicketUpdate { Subject = "x" }, "update"), Throws.Nothing);
    }

    private static Task<string> WrittenAsync(Action<Utf8JsonWriter> write) => TextAsync(JsonBody.Of(write, static (writer, members) => members(writer)));

    private static async Task<string> TextAsync(JsonBody body)
    {
        using var content = body.ToContent();
        return await content.ReadAsStringAsync();
    }
}
