using System.Text.Json;
using System.Text.Json.Serialization;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Wire;
using Told = System.ComponentModel.DescriptionAttribute;

namespace AuthProfiles.AzureOpenAI.Tests.Chat;

internal sealed partial class StructuredAnswerTests
{
    [Test]
    public async Task A_schema_goes_out_as_given() => await Assert.MultipleAsync(async () =>
    {
        Assert.That(
            await ChatBodies.SentAsync(new ChatRequest("x") { ResponseFormat = ChatResponseFormat.JsonSchema("a", ChatBodies.Json("""{ "type":"object" }"""), isStrict: false, "d") }),
            Is.EqualTo(ChatBodies.Start + "\"response_format\"" + """:{"type":"json_schema","json_schema":{"name":"a","description":"d","schema":{ "type":"object" },"strict":false}}}"""));
        Assert.That(
            await ChatBodies.SentAsync(new ChatRequest("x") { ResponseFormat = ChatResponseFormat.JsonSchema("a", ChatBodies.Json("{}")) }),
            Is.EqualTo(ChatBodies.Start + "\"response_format\"" + """:{"type":"json_schema","json_schema":{"name":"a","schema":{}}}}"""));
    });

    [Test]
    public async Task A_type_becomes_a_strict_schema()
    {
        var format = ChatResponseFormat.JsonSchema(Types.Default.Ticket, description: "A ticket.");
        const string Schema = """
            {"type":"object","properties":{
              "title":{"type":"string","description":"One line."},
              "priority":{"enum":["low","high"]},
              "steps":{"type":["array","null"],"items":{"type":"object","properties":{"text":{"type":"string"},"minutes":{"type":["integer","null"]}},"required":["text","minutes"],"additionalProperties":false}},
              "done":{"type":"boolean"}
            },"required":["title","priority","steps","done"],"additionalProperties":false,"description":"Work to do."}
            """;
        var sent = ChatBodies.Json(await ChatBodies.SentAsync(new ChatRequest("x") { ResponseFormat = format })).GetProperty("response_format").GetProperty("json_schema");
        Assert.Multiple(() =>
        {
            Assert.That(JsonElement.DeepEquals(sent.GetProperty("schema"), ChatBodies.Json(Schema)), sent.GetRawText());
            Assert.That((sent.GetProperty("name").GetString(), sent.GetProperty("description").GetString(), sent.GetProperty("strict").GetBoolean()), Is.EqualTo(("Ticket", "A ticket.", true)));
        });
    }

    [Test]
    public void A_schema_has_a_name_that_the_service_takes() => Assert.Multiple(() =>
    {
        Assert.That(ChatJsonSchema.NameOf(typeof(List<int>)), Is.EqualTo("List_1"));
        Assert.That(ChatJsonSchema.NameOf(typeof(AnUncommonlyLongNameForATypeThatIsLongerThanTheServiceAllowsItToBe)), Has.Length.EqualTo(64));
        Assert.That(() => ChatResponseFormat.JsonSchema(string.Empty, ChatBodies.Json("{}")), Throws.ArgumentException);
        Assert.That(() => ChatResponseFormat.JsonSchema("a", ChatBodies.Json("[]")), Throws.ArgumentException);
    });

    [Test]
    public void An_empty_type_is_a_strict_object() => Assert.That(
        ChatJsonSchema.Strict(Types.Default.Nothing).GetRawText(), Is.EqualTo("""{"type":"object","properties":{},"required":[],"additionalProperties":false}"""));

    [Test]
    public void What_the_strict_kind_cannot_say_is_refused() => Assert.Multiple(() =>
    {
        Assert.That(() => ChatJsonSchema.Strict(Types.Default.ListTicket), Throws.ArgumentException.With.Message.Contains("List"));
        Assert.That(() => ChatJsonSchema.Strict(Types.Default.Map), Throws.ArgumentException.With.Message.Contains("Dictionary"));
        Assert.That(() => ChatJsonSchema.Strict(Types.Default.Shape), Throws.ArgumentException.With.Message.Contains("derived"));
        Assert.That(() => ChatJsonSchema.Strict(Types.Default.Anything), Throws.ArgumentException.With.Message.Contains("JsonElement"));
    });

    [Test]
    public void A_type_that_holds_itself_refers_to_itself() => Assert.That(
        Properties(Types.Default.Node), Is.EqualTo("""{"name":{"type":"string"},"children":{"type":"array","items":{"$ref":"#"}},"parent":{"type":"object","properties":{"name":{"type":"string"},"children":{"$ref":"#/properties/children"},"parent":{"$ref":"#/properties/parent"}},"required":["name","children","parent"],"additionalProperties":false,"description":"Above."}}"""));

    [Test]
    public void A_type_with_derived_ones_is_one_of_them() => Assert.That(
        Properties(Types.Default.Drawing),
        Is.EqualTo("""
            {"first":{"anyOf":[{"properties":{"kind":{"const":"circle"},"radius":{"type":"number"}},"required":["kind","radius"],"type":"object","additionalProperties":false},{"properties":{"kind":{"const":"square"},"side":{"type":"number"}},"required":["kind","side"],"type":"object","additionalProperties":false}]},"second":{"anyOf":[{"properties":{"kind":{"const":"circle"},"radius":{"type":"number"}},"required":["kind","radius"],"type":"object","additionalProperties":false},{"properties":{"kind":{"const":"square"},"side":{"type":"number"}},"required":["kind","side"],"type":"object","additionalProperties":false},{"type":"null"}]}}
            """));

    [Test]
    public void What_the_strict_kind_has_no_word_for_is_told_in_words() => Assert.That(
        Properties(Types.Default.Moment),
        Is.EqualTo("""{"at":{"type":"string","description":"Local time. (format: date-time)"},"initial":{"type":"string","description":"(minLength: 1) (maxLength: 1)"},"count":{"type":"integer"}}"""));

    [Test]
    public async Task An_answer_is_read_as_the_type()
    {
        var completion = await AnswerAsync("""{"title":"Printer","priority":"high","steps":[{"text":"Look","minutes":null}],"done":false}""");
        var ticket = completion.ReadContent(Types.Default.Ticket);
        Assert.That((ticket.Title, ticket.Priority, ticket.Steps!.Single(), ticket.Done), Is.EqualTo(("Printer", Priority.High, new Step("Look", null), false)));
    }

    [TestCase("""{"title":"s3cret","priority":"hi""", "length", "MaxCompletionTokens")]
    [TestCase("""{"title":"s3cret","priority":"s3cret","steps":null,"done":false}""", "stop", "byte")]
    [TestCase("null", "stop", "null")]
    [TestCase("", "stop", "byte")]
    public void Text_that_does_not_fit_is_a_typed_error(string text, string reason, string word)
    {
        var error = Assert.Throws<AzureOpenAIException>(() => Answer(text, reason).ReadContent(Types.Default.Ticket));
        Assert.Multiple(() =>
        {
            Assert.That(error!.Kind, Is.EqualTo(AzureOpenAIErrorKind.UnreadableContent));
            Assert.That(error.ToString(), Does.Contain(word).And.Contain($"'{reason}'").And.Not.Contain("s3cret"));
        });
    }

    [Test]
    public void What_is_no_answer_is_told_apart() => Assert.Multiple(() =>
    {
        Assert.That(Kind(new ChatResponseMessage { Refusal = "I can't.", Content = "{}" }), Is.EqualTo(AzureOpenAIErrorKind.Refused));
        Assert.That(Kind(new ChatResponseMessage { Content = "{}" }, FinishReason.ContentFilter), Is.EqualTo(AzureOpenAIErrorKind.ContentFiltered));
        Assert.That(Kind(new ChatResponseMessage()), Is.EqualTo(AzureOpenAIErrorKind.UnreadableContent));
        Assert.That(Assert.Throws<AzureOpenAIException>(() => new ChatCompletion().ReadContent(Types.Default.Ticket))!.Kind, Is.EqualTo(AzureOpenAIErrorKind.UnreadableContent));
    });

    private static string Properties(System.Text.Json.Serialization.Metadata.JsonTypeInfo type) => ChatJsonSchema.Strict(type).GetProperty("properties").GetRawText();

    private static AzureOpenAIErrorKind Kind(ChatResponseMessage message, FinishReason reason = default) =>
        Assert.Throws<AzureOpenAIException>(() => new ChatChoice { Message = message, FinishReason = reason }.ReadContent(Types.Default.Ticket))!.Kind;

    private static ChatCompletion Answer(string text, string reason) => new() { Choices = [new ChatChoice { Message = new() { Content = text }, FinishReason = new(reason) }] };

    private static Task<ChatCompletion> AnswerAsync(string text) => ServiceStub
        .Answering("{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":" + JsonSerializer.Serialize(text, Types.Default.String) + "}}]}")
        .Client().CompleteChatAsync(new ChatRequest("x"));

    [Told("Work to do.")]
    internal sealed record Ticket([property: Told("One line.")] string Title, Priority Priority, IReadOnlyList<Step>? Steps, bool Done = true);

    internal sealed record Step(string Text, int? Minutes);

    internal sealed record Nothing;

    internal sealed record Map(Dictionary<string, int> Values);

    internal sealed record Anything(JsonElement Value);

    internal sealed record Node(string Name, IReadOnlyList<Node> Children, [property: Told("Above.")] Node Parent);

    internal sealed record Drawing(Shape First, Shape? Second);

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(Circle), "circle")]
    [JsonDerivedType(typeof(Square), "square")]
    internal abstract record Shape;

    internal sealed record Circle(double Radius) : Shape;

    internal sealed record Square(double Side) : Shape;

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Moment([property: Told("Local time.")] DateTimeOffset At, char Initial, int Count = 3);

    internal sealed record AnUncommonlyLongNameForATypeThatIsLongerThanTheServiceAllowsItToBe;

    [JsonConverter(typeof(JsonStringEnumConverter<Priority>))]
    internal enum Priority
    {
        [JsonStringEnumMemberName("low")]
        Low,

        [JsonStringEnumMemberName("high")]
        High,
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Ticket))]
    [JsonSerializable(typeof(List<Ticket>))]
    [JsonSerializable(typeof(Nothing))]
    [JsonSerializable(typeof(Map))]
    [JsonSerializable(typeof(Anything))]
    [JsonSerializable(typeof(Node))]
    [JsonSerializable(typeof(Drawing))]
    [JsonSerializable(typeof(Shape))]
    [JsonSerializable(typeof(Moment))]
    [JsonSerializable(typeof(string))]
    internal sealed partial class Types : JsonSerializerContext;
}
