using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

public sealed class ValueTemplateTests
{
    [TestCase(TemplatePosition.Header, "Token {{key}}", "a/b&c", "Token a/b&c")]
    [TestCase(TemplatePosition.Header, "{{key}}", "a {tenant} {{key}}", "a {tenant} {{key}}")]
    [TestCase(TemplatePosition.JsonString, "\"{{key}}\"", "a\"b\\\r\n\0ü", "\"a\"b\\\r\n\0ü\"")]
    [TestCase(TemplatePosition.JsonString, "{\"a\":{\"b\":\"{{key}}\"}}", "1", "{\"a\":{\"b\":\"1\"}}")]
    [TestCase(TemplatePosition.Form, "ü={{key}}", "a&b=c", "ü=a&b=c")]
    [TestCase(TemplatePosition.QueryValue, "{{key}}", "a&b=c#d", "a&b=c#d")]
    [TestCase(TemplatePosition.PathSegment, "x-{{key}}", "a/b", "x-a/b")]
    [TestCase(TemplatePosition.Header, "no placeholder", null, "no placeholder")]
    public void Values_are_left_for_the_injector_to_escape(object position, string text, string? value, string expected)
    {
        var template = Parse(text, (TemplatePosition)position);

        Assert.That(template.Expand(template.Names.IsEmpty ? [] : [value]), Is.EqualTo(expected));
    }

    [TestCase(TemplatePosition.Header, "a\r\nX: 1")]
    [TestCase(TemplatePosition.Header, "a\n")]
    [TestCase(TemplatePosition.Header, "\ra")]
    [TestCase(TemplatePosition.Header, "a\0b")]
    [TestCase(TemplatePosition.Header, "a\tb")]
    [TestCase(TemplatePosition.Header, "a\u007F")]
    [TestCase(TemplatePosition.Header, "é")]
    [TestCase(TemplatePosition.Header, "\u010D\u010A")]
    [TestCase(TemplatePosition.Header, "😀")]
    [TestCase(TemplatePosition.PathSegment, "..")]
    [TestCase(TemplatePosition.PathSegment, ".")]
    public void A_value_that_its_place_can_not_carry_is_refused_and_not_repeated(object position, string value)
    {
        var exception = Given.Refusal(() => Parse("x{{key}}", (TemplatePosition)position).Expand([value]), AuthorizationErrorKind.InvalidValue);

        Assert.That(exception.Message, Does.Contain("of {{key}}: ").And.Not.Contain("\\u"));
    }

    [Test]
    public void Half_a_character_is_refused_everywhere(
        [Values(TemplatePosition.Header, TemplatePosition.JsonString, TemplatePosition.Form, TemplatePosition.QueryValue, TemplatePosition.PathSegment)] object position,
        [ValueSource(typeof(Given), nameof(Given.HalfCharacters))] string value)
    {
        Given.Refusal(() => Parse("x{{key}}", (TemplatePosition)position).Expand([value]), AuthorizationErrorKind.InvalidValue);
        Given.Refusal(() => Parse(value + "{{key}}", (TemplatePosition)position), AuthorizationErrorKind.Configuration);
    }

    [TestCase(TemplatePosition.Header, "a\r\nX: {{key}}")]
    [TestCase(TemplatePosition.Header, "ü{{key}}")]
    [TestCase(TemplatePosition.PathSegment, "..")]
    [TestCase(TemplatePosition.Header, "{{kay}}")]
    [TestCase(TemplatePosition.Header, "{{key")]
    [TestCase(TemplatePosition.Header, "{Tenant}")]
    [TestCase(TemplatePosition.Header, "")]
    [TestCase(TemplatePosition.Header, null)]
    public void A_template_that_its_place_can_not_carry_is_an_error(object position, string? text) =>
        Given.Refusal(() => Parse(text, (TemplatePosition)position), AuthorizationErrorKind.Configuration);

    [TestCase(null)]
    [TestCase("")]
    public void A_value_that_is_absent_is_refused(string? absent)
    {
        var template = Parse("{tenant} {{key}} {{id}} {{key}}", TemplatePosition.Header);

        Assert.That(template.Expand(["acme", "k", "7"]), Is.EqualTo("acme k 7 k"));
        Given.Refusal(() => template.Expand(["acme", absent, "7"]), AuthorizationErrorKind.InvalidValue);
        Assert.Throws<ArgumentException>(() => template.Expand(["acme"]));
    }

    [Test]
    public void A_long_token_passes_and_a_huge_one_does_not()
    {
        var template = Parse("Bearer {{key}}", TemplatePosition.Header);
        var longest = new string('a', (32 * 1024) - 7);

        Assert.That(template.Expand([longest]), Is.EqualTo("Bearer " + longest));
        Given.Refusal(() => template.Expand([longest + "a"]), AuthorizationErrorKind.InvalidValue);
        Given.Refusal(() => template.Expand([new string('a', 70_000)]), AuthorizationErrorKind.InvalidValue);
        Assert.That(Parse(new string('a', 32 * 1024), TemplatePosition.Header).Expand([]), Has.Length.EqualTo(32 * 1024));
        Given.Refusal(() => Parse(new string('a', (32 * 1024) + 1), TemplatePosition.Header), AuthorizationErrorKind.Configuration);
        Given.Refusal(() => Parse(new string('a', 40_000), TemplatePosition.Header), AuthorizationErrorKind.Configuration);
    }

    private static ValueTemplate Parse(string? text, TemplatePosition position) => ValueTemplate.Parse(text, position, Given.Names);
}
