using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Wire;

/// <summary>What is set is written, byte for byte, and what is not set is not.</summary>
internal sealed class JsonWriteTests
{
    private delegate void Step(Utf8JsonWriter json);

    [Test]
    public void What_is_not_set_is_not_written() =>
        Assert.That(
            Write(static json =>
            {
                JsonWrite.Number(json, "a"u8, default(double?));
                JsonWrite.Number(json, "b"u8, default(long?));
                JsonWrite.Flag(json, "c"u8, null);
                JsonWrite.Text(json, "d"u8, null);
                JsonWrite.Texts(json, "e"u8, default);
                JsonWrite.Texts(json, "f"u8, []);
                JsonWrite.Json(json, "g"u8, null);
            }),
            Is.EqualTo("{}"));

    [Test]
    public void What_is_set_is_written_in_its_place()
    {
        using var document = JsonDocument.Parse("""{ "x" : [1.50, "\u00e4"] }""");
        var element = document.RootElement.GetProperty("x");

        Assert.That(
            Write(json =>
            {
                JsonWrite.Number(json, "a"u8, 0.5);
                JsonWrite.Number(json, "b"u8, 7L);
                JsonWrite.Flag(json, "c"u8, value: false);
                JsonWrite.Text(json, "d"u8, "Hi");
                JsonWrite.Texts(json, "e"u8, ["x", "y"]);
                JsonWrite.Json(json, "f"u8, element);
            }),
            Is.EqualTo("""{"a":0.5,"b":7,"c":false,"d":"Hi","e":["x","y"],"f":[1.50, "\u00e4"]}"""));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase((12 * 1024) - 1)]
    [TestCase(12 * 1024)]
    [TestCase((12 * 1024) + 1)]
    [TestCase(30_000)]
    public void Bytes_are_written_as_one_address_however_many_they_are(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);

        var written = Write(json => JsonWrite.DataUri(json, "url"u8, "image/png", bytes));

        using var document = JsonDocument.Parse(written);
        Assert.That(document.RootElement.GetProperty("url").GetString(), Is.EqualTo("data:image/png;base64," + Convert.ToBase64String(bytes)));
    }

    [TestCase("image/png", true)]
    [TestCase("text/plain; charset=utf-8", true)]
    [TestCase("image/png,x", false)]
    [TestCase("image/png; a=\"b,c\"", false)]
    [TestCase("image", false)]
    [TestCase("", false)]
    public void A_media_type_that_would_end_its_part_is_refused(string text, bool isTaken) =>
        Assert.That(
            () => JsonWrite.MediaType(text),
            isTaken ? Is.EqualTo(text) : Throws.ArgumentException.With.Message.EqualTo("A media type is a type and a subtype, such as image/png. (Parameter 'text')"));

    [Test]
    public void An_object_of_the_caller_is_copied_and_nothing_else_is()
    {
        JsonElement copy;
        using (var document = JsonDocument.Parse("""{"a":1}"""))
        {
            copy = JsonCopy.Object(document.RootElement, "The schema");
        }

        Assert.That(copy.GetProperty("a").GetInt32(), Is.EqualTo(1));
        using var array = JsonDocument.Parse("[]");
        Assert.That(() => JsonCopy.Object(array.RootElement, "The schema"), Throws.ArgumentException.With.Message.EqualTo("The schema is a JSON object. (Parameter 'json')"));
    }

    [Test]
    public void Further_members_are_copied_and_written_unless_one_is_taken()
    {
        ImmutableDictionary<string, JsonElement> members;
        using (var document = JsonDocument.Parse("""{"seed":{"deep":true}}"""))
        {
            members = AdditionalMembers.Copy(new Dictionary<string, JsonElement> { ["seed"] = document.RootElement.GetProperty("seed") });
        }

        Assert.That(AdditionalMembers.Copy(new Dictionary<string, JsonElement>()), Is.SameAs(ImmutableDictionary<string, JsonElement>.Empty));
        Assert.That(Write(json => AdditionalMembers.Write(json, "request", members, static (_, name) => name == "model")), Is.EqualTo("""{"seed":{"deep":true}}"""));
        Assert.That(Write(static json => AdditionalMembers.Write(json, "request", ImmutableDictionary<string, JsonElement>.Empty, static (_, _) => true)), Is.EqualTo("{}"));
        Assert.That(
            () => Write(json => AdditionalMembers.Write(json, "request", members, static (request, name) => request == "request" && name == "seed")),
            Throws.ArgumentException.With.Message.StartsWith("AdditionalProperties has 'seed', which the request writes itself."));
    }

    private static string Write(Step step)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            step(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
