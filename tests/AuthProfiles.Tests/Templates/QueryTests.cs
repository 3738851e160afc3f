namespace AuthProfiles.Tests.Templates;

[Category("I5"), Category("R12")]
public sealed class QueryTests
{
    [TestCase("a&b=c")]
    [TestCase("a=b")]
    [TestCase("#x")]
    [TestCase("?")]
    [TestCase("a;b")]
    [TestCase("a+b c")]
    [TestCase("%26")]
    [TestCase("\r\nX: 1")]
    [TestCase("ü😀")]
    [TestCase("..")]
    [TestCase("{tenant}")]
    public void A_value_adds_no_parameter(string value)
    {
        var uri = Given.Url("https://api.example.com/x?a=1&{{id}}={{key}}&z=2").GetUri([value, value]);
        var encoded = Uri.EscapeDataString(value);

        Assert.That(uri.Query, Is.EqualTo($"?a=1&{encoded}={encoded}&z=2"));
        Assert.That(uri.OriginalString, Is.EqualTo("https://api.example.com/x" + uri.Query));
    }

    [TestCaseSource(typeof(Given), nameof(Given.Halves))]
    [TestCase("")]
    [TestCase(null)]
    public void Half_a_character_and_nothing_are_refused(string? value)
    {
        Given.Refused(Given.Url("https://api.example.com/x?a={{id}}"), value);
        Given.Refused(Given.Url("https://api.example.com/x?{{id}}=a"), value);
    }

    [TestCase("https://x.example/opu/odata/sap/{{key}}/?$format=json", "https://x.example/opu/odata/sap/v/?$format=json")]
    [TestCase("https://x.example/{{key}}?a=/b/?c:d@e!$'()*,;", "https://x.example/v?a=/b/?c:d@e!$'()*,;")]
    [TestCase("https://x.example/Set(guid'{3f2504e0-4f89-11d3-9a0c-0305e82c3301}')/{{key}}", "https://x.example/Set(guid'{3f2504e0-4f89-11d3-9a0c-0305e82c3301}')/v")]
    [TestCase("https://x.example/{a1b2c3d4-4f89-11d3-9a0c-0305e82c3301}/{{key}}", "https://x.example/{a1b2c3d4-4f89-11d3-9a0c-0305e82c3301}/v")]
    [TestCase("https://x.example/%7Btenant%7D/{{key}}", "https://x.example/%7Btenant%7D/v")]
    [TestCase("https://x.example/%7btenant%7d/%2F%41/{{key}}", "https://x.example/%7btenant%7d/%2F%41/v")]
    [TestCase("https://x.example/{0}/{}/{ tenant}/{tenant /}/{{key}}", "https://x.example/{0}/{}/{ tenant}/{tenant /}/v", true)]
    [TestCase("https://x.example/{0}/{}/{1a}/{a.b}/{{key}}", "https://x.example/{0}/{}/{1a}/{a.b}/v")]
    [TestCase("https://x.example/}}/}/{{key}}}/{/{{{key}}", "", true)]
    [TestCase("https://x.example/}}/}/{{key}}}/{", "https://x.example/}}/}/v}/{")]
    [TestCase("HTTPS://X.Example/{{key}}", "HTTPS://X.Example/v")]
    public void Literal_text_survives_byte_for_byte(string text, string expected, bool isWrong = false)
    {
        if (isWrong)
        {
            Given.Unreadable(text);
        }
        else
        {
            Assert.That(Given.Url(text).Expand(["v"]), Is.EqualTo(expected));
        }
    }
}
