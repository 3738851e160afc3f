using System.Text;

namespace AuthProfiles.Tests.Injection;

internal sealed class JsonPayloadTests
{
    [TestCase("{}", """{"k":"v"}""")]
    [TestCase(" { } ", """ {"k":"v" } """)]
    [TestCase("""{"a":1}""", """{"k":"v","a":1}""")]
    [TestCase("{\r\n\t\"a\" : 1\r\n}\n", "{\"k\":\"v\",\r\n\t\"a\" : 1\r\n}\n")]
    [TestCase("""{"a":1e400,"b":-0.0,"c":12345678901234567890123456789012345678901234567890,"d":9007199254740993,"e":1.10,"f":1E+2}""",
        """{"k":"v","a":1e400,"b":-0.0,"c":12345678901234567890123456789012345678901234567890,"d":9007199254740993,"e":1.10,"f":1E+2}""")]
    [TestCase("""{"z":1,"a":2,"m":{"y":1,"b":2}}""", """{"k":"v","z":1,"a":2,"m":{"y":1,"b":2}}""")]
    [TestCase("""{"a":"\u00fc\/\uD83D\uDE00 ü<>&'"}""", """{"k":"v","a":"\u00fc\/\uD83D\uDE00 ü<>&'"}""")]
    [TestCase("""{"a":"\ud800"}""", """{"k":"v","a":"\ud800"}""")]
    [TestCase("""{"a":1,"a":2}""", """{"k":"v","a":1,"a":2}""", Description = "another member twice is the caller's own business")]
    [TestCase("""{"a":{"k":"w"},"b":[{"k":"w"}]}""", """{"k":"v","a":{"k":"w"},"b":[{"k":"w"}]}""", Description = "only the member at the top is meant")]
    [TestCase("""{"K":"w","kk":"w","":"w"}""", """{"k":"v","K":"w","kk":"w","":"w"}""")]
    [TestCase("""{"a":"k","b":"{\"k\":\"w\"}"}""", """{"k":"v","a":"k","b":"{\"k\":\"w\"}"}""")]
    [TestCase("\uFEFF{\"a\":1}", "\uFEFF{\"k\":\"v\",\"a\":1}", Description = "a byte order mark stays")]
    public async Task A_member_is_put_in_and_every_other_byte_stays(string body, string expected) =>
        Assert.That(await Sent.BodyAsync(Sent.Json(body), CredentialField.Payload("k", "v")), Is.EqualTo(expected));

    [TestCase("", "empty")]
    [TestCase(" ", "is not")]
    [TestCase("[]", "no object")]
    [TestCase("""[{"a":1}]""", "no object")]
    [TestCase("\"text\"", "no object")]
    [TestCase("1", "no object")]
    [TestCase("null", "no object")]
    [TestCase("true", "no object")]
    [TestCase("{", "is not")]
    [TestCase("}", "is not")]
    [TestCase("""{"a":1}}""", "is not")]
    [TestCase("""{"a":1}{"b":2}""", "is not")]
    [TestCase("{\"a\":1}\n{\"b\":2}", "is not")]
    [TestCase("""{"a":1,}""", "is not")]
    [TestCase("""{"a":01}""", "is not")]
    [TestCase("""{"a":NaN}""", "is not")]
    [TestCase("""{a:1}""", "is not")]
    [TestCase("""{'a':1}""", "is not")]
    [TestCase("""{"a":1 /* why */}""", "is not")]
    [TestCase("""{"a":"unclosed}""", "is not")]
    [TestCase("""{"a":[1,2}""", "is not")]
    [TestCase("{\"a\":\"line\nbreak\"}", "is not")]
    [TestCase("""{"a":"\x"}""", "is not")]
    [TestCase(")]}',\n{\"a\":1}", "is not")]
    [TestCase("<a/>", "is not")]
    [TestCase("k=v", "is not")]
    [TestCase("\uFEFF", "is not")]
    [TestCase("""{"k":"v","k":"v"}""", "more than once")]
    [TestCase("""{"k":"v","\u006b":"v"}""", "more than once")]
    [TestCase("""{"k":"v","a":1,"k":"w"}""", "more than once")]
    [TestCase("""{"\ud800":1}""", "half a character")]
    [TestCase("""{"k":"\udc00"}""", "half a character")]
    public async Task What_can_not_carry_a_member_is_refused(string body, string reason) =>
        Assert.That((await Sent.RefusalAsync(Sent.Json(body), CredentialField.Payload("k", "v"))).Message, Does.Contain(reason).And.Contain("Payload 'k'"));

    [Test]
    public async Task A_refusal_quotes_nothing_of_the_body() =>
        Assert.That((await Sent.RefusalAsync(Sent.Json("""{"password":hunter2}"""), CredentialField.Payload("k", "v"))).ToString(), Does.Not.Contain("hunter2").And.Not.Contain("'h'"));

    [TestCase("""{"k":"v","k":"v"}""")]
    [TestCase("""{"k":1,"k":2}""")]
    public async Task A_member_that_is_there_twice_is_refused_whatever_the_rule(string body)
    {
        foreach (var rule in Enum.GetValues<ConflictRule>())
        {
            await Assert.ThatAsync(() => Sent.BodyAsync(Sent.Json(body), rule, CredentialField.Payload("k", "v")), Throws.TypeOf<AuthorizationException>());
        }
    }

    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    [TestCase("utf-32")]
    public async Task Other_encodings_are_refused_also_where_the_type_does_not_say_so(string charset)
    {
        var bytes = Encoding.GetEncoding(charset).GetBytes("""{"a":1}""");
        await Sent.RefusalAsync(Sent.Post(bytes, "application/json"), CredentialField.Payload("k", "v"));
        await Sent.RefusalAsync(Sent.Post(bytes, "application/json; charset=" + charset), CredentialField.Payload("k", "v"));
    }

    [TestCase("/a/b", "{}", """{"a":{"b":"v"}}""")]
    [TestCase("/a/b", """{"c":1}""", """{"a":{"b":"v"},"c":1}""")]
    [TestCase("/a/b", """{"a":{}}""", """{"a":{"b":"v"}}""")]
    [TestCase("/a/b", """{"a":{"c":1}}""", """{"a":{"b":"v","c":1}}""")]
    [TestCase("/a/b", """{"x":[1,{"a":{"b":1}}],"a":{"c":[{"b":2}]}}""", """{"x":[1,{"a":{"b":1}}],"a":{"b":"v","c":[{"b":2}]}}""")]
    [TestCase("/a/b/c", """{"a":{"x":1}}""", """{"a":{"b":{"c":"v"},"x":1}}""")]
    [TestCase("/k", "{}", """{"k":"v"}""")]
    [TestCase("/a~1b/c~0d", "{}", """{"a/b":{"c~d":"v"}}""")]
    [TestCase("/~01", "{}", """{"~1":"v"}""")]
    [TestCase("//k", "{}", """{"":{"k":"v"}}""")]
    [TestCase("/ü/\"", "{}", """{"\u00FC":{"\u0022":"v"}}""")]
    [TestCase("/ü/b", """{"\u00fc":{}}""", """{"\u00fc":{"b":"v"}}""")]
    [TestCase("/a/1/k", """{"a":[{},{"x":1}]}""", """{"a":[{},{"k":"v","x":1}]}""")]
    [TestCase("/a/0/0/k", """{"a":[[{}]]}""", """{"a":[[{"k":"v"}]]}""")]
    [TestCase("/a/0", """{"a":{}}""", """{"a":{"0":"v"}}""", Description = "in an object a number is a name")]
    [TestCase("/0", "{}", """{"0":"v"}""")]
    [TestCase("a/b", "{}", """{"a/b":"v"}""", Description = "without a slash in front it is a name")]
    [TestCase("a~b", "{}", """{"a~b":"v"}""")]
    public async Task A_pointer_makes_the_objects_that_are_missing(string pointer, string body, string expected) =>
        Assert.That(await Sent.BodyAsync(Sent.Json(body), CredentialField.Payload(pointer, "v")), Is.EqualTo(expected));

    [TestCase("/a/b", """{"a":1}""", "neither object nor array")]
    [TestCase("/a/b", """{"a":null}""", "neither object nor array")]
    [TestCase("/a/b", """{"a":"text"}""", "neither object nor array")]
    [TestCase("/a/b", """{"a":true}""", "neither object nor array")]
    [TestCase("/a/b", """{"a":{},"a":{}}""", "more than once")]
    [TestCase("/a/b", """{"a":{"b":"v"},"\u0061":1}""", "more than once")]
    [TestCase("/a/b", """{"a":{"b":"v","b":"v"}}""", "more than once")]
    [TestCase("/a/b", """{"a":[]}""", "without that index")]
    [TestCase("/a/0/k", """{"a":[]}""", "without that index")]
    [TestCase("/a/1/k", """{"a":[{}]}""", "without that index")]
    [TestCase("/a/-/k", """{"a":[{}]}""", "without that index")]
    [TestCase("/a/00/k", """{"a":[{}]}""", "without that index")]
    [TestCase("/a/+0/k", """{"a":[{}]}""", "without that index")]
    [TestCase("/a/99999999999999999999/k", """{"a":[{}]}""", "without that index")]
    [TestCase("/a/9999999999/k", """{"a":[{}]}""", "without that index")]
    [TestCase("/a/-/k", """{"a":[{},{}]}""", "without that index")]
    [TestCase("/a//k", """{"a":[{},{}]}""", "without that index")]
    [TestCase("/a/0/k", """{"a":[1]}""", "neither object nor array")]
    [TestCase("/a~2b", "{}", "~0")]
    [TestCase("/a~", "{}", "~0")]
    public async Task A_pointer_that_leads_nowhere_is_refused(string pointer, string body, string reason) =>
        Assert.That((await Sent.RefusalAsync(Sent.Json(body), CredentialField.Payload(pointer, "v"))).Message, Does.Contain(reason));

    [TestCase(PayloadValueType.Number, "12345678901234567890", "12345678901234567890")]
    [TestCase(PayloadValueType.Number, "-1.50e+3", "-1.50e+3")]
    [TestCase(PayloadValueType.Boolean, "true", "true")]
    [TestCase(PayloadValueType.Boolean, "false", "false")]
    [TestCase(PayloadValueType.Text, "true", "\"true\"")]
    [TestCase(PayloadValueType.Text, "", "\"\"")]
    [TestCase(PayloadValueType.Text, "\",\"admin\":\"true", "\"\\u0022,\\u0022admin\\u0022:\\u0022true\"")]
    [TestCase(PayloadValueType.Text, "a\\b\r\n\0\u2028</script>😀", "\"a\\\\b\\r\\n\\u0000\\u2028\\u003C/script\\u003E\\uD83D\\uDE00\"")]
    public async Task A_value_is_written_by_its_type_and_never_leaves_it(PayloadValueType type, string value, string expected) =>
        Assert.That(await Sent.BodyAsync(Sent.Json("{}"), CredentialField.Payload("k", value, type)), Is.EqualTo($$"""{"k":{{expected}}}"""));

    [TestCase("""{"k":"w"}""", PayloadValueType.Text, "v", """{"k":"v"}""")]
    [TestCase("""{"k":null,"a":1}""", PayloadValueType.Text, "v", """{"k":"v","a":1}""")]
    [TestCase("""{"k":{"x":[1,{"y":"}"}]} , "a":1}""", PayloadValueType.Text, "v", """{"k":"v" , "a":1}""")]
    [TestCase("""{"a":1,"k": [ 1, 2 ] }""", PayloadValueType.Text, "v", """{"a":1,"k": "v" }""")]
    [TestCase("""{"k":"1"}""", PayloadValueType.Number, "1", """{"k":1}""")]
    [TestCase("""{"k":1}""", PayloadValueType.Text, "1", """{"k":"1"}""")]
    [TestCase("""{"k":1.0}""", PayloadValueType.Number, "1", """{"k":1}""")]
    [TestCase("""{"k":"true"}""", PayloadValueType.Boolean, "true", """{"k":true}""")]
    [TestCase("""{"k":false}""", PayloadValueType.Boolean, "true", """{"k":true}""")]
    public async Task Another_value_is_refused_or_replaced_where_it_stands(string body, PayloadValueType type, string value, string expected)
    {
        var field = CredentialField.Payload("k", value, type);
        await Sent.RefusalAsync(Sent.Json(body), field);
        Assert.That(await Sent.BodyAsync(Sent.Json(body), ConflictRule.Keep, field), Is.EqualTo(body));
        Assert.That(await Sent.BodyAsync(Sent.Json(body), ConflictRule.Replace, field), Is.EqualTo(expected));
    }

    [TestCase("""{"\u006b" : "\u0076"}""", PayloadValueType.Text, "v")]
    [TestCase("""{"k":"\u00fc\/"}""", PayloadValueType.Text, "ü/")]
    [TestCase("""{"k":1}""", PayloadValueType.Number, "1")]
    [TestCase("""{"k":true}""", PayloadValueType.Boolean, "true")]
    public async Task The_same_JSON_value_is_left_as_it_is_written(string body, PayloadValueType type, string value) =>
        Assert.That(await Sent.BodyAsync(Sent.Json(body), CredentialField.Payload("k", value, type)), Is.EqualTo(body));

    [TestCase("ü", """{"ü":"w"}""")]
    [TestCase("aü", """{"aü":"w"}""")]
    [TestCase("aü", """{"a\u00fc":"w"}""")]
    [TestCase("a/b", """{"a\/b":"w"}""")]
    [TestCase("a\"b", """{"a\"b":"w"}""")]
    [TestCase("a_b", """{"a\u005fb":"w"}""")]
    [TestCase("a-b.c", """{"x":"\\","a-b.c":"w"}""")]
    public async Task A_member_is_met_however_its_name_is_spelt(string key, string body)
    {
        Assert.That((await Sent.RefusalAsync(Sent.Json(body), CredentialField.Payload(key, "v"))).Message, Does.Contain("another value"));
        Assert.That(await Sent.BodyAsync(Sent.Json(body), ConflictRule.Replace, CredentialField.Payload(key, "v")), Is.EqualTo(body.Replace("\"w\"", "\"v\"", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Any_number_of_members_is_put_in([Values(62, 63, 64, 65, 200)] int count)
    {
        var fields = Enumerable.Range(0, count).Select(static i => CredentialField.Payload($"k{i}", "v")).ToArray();
        Assert.That(await Sent.BodyAsync(Sent.Json("{}"), fields), Is.EqualTo("{" + string.Join(',', fields.Select(static field => $"\"{field.Key}\":\"v\"")) + "}"));
    }

    [Test]
    public async Task An_element_of_an_array_is_replaced_by_its_index() =>
        Assert.That(await Sent.BodyAsync(Sent.Json("""{"a":[1,[2],3]}"""), ConflictRule.Replace, CredentialField.Payload("/a/1", "v")), Is.EqualTo("""{"a":[1,"v",3]}"""));

    [TestCase("{}", """{"k":"1","a":{"b":"2","c":{"d":"3"}},"e":"4"}""")]
    [TestCase("""{"x":0}""", """{"k":"1","a":{"b":"2","c":{"d":"3"}},"e":"4","x":0}""")]
    [TestCase("""{"a":{}}""", """{"k":"1","e":"4","a":{"b":"2","c":{"d":"3"}}}""")]
    [TestCase("""{"a":{"c":{}},"e":"4"}""", """{"k":"1","a":{"b":"2","c":{"d":"3"}},"e":"4"}""")]
    [TestCase("""{"e":"4","a":{"c":{"z":9},"y":8},"k":"1"}""", """{"e":"4","a":{"b":"2","c":{"d":"3","z":9},"y":8},"k":"1"}""")]
    public async Task Several_fields_are_put_in_together(string body, string expected) =>
        Assert.That(
            await Sent.BodyAsync(
                Sent.Json(body), CredentialField.Payload("k", "1"), CredentialField.Payload("/a/b", "2"), CredentialField.Payload("/a/c/d", "3"), CredentialField.Payload("/e", "4")),
            Is.EqualTo(expected));

    [TestCase("/a", "/a/b")]
    [TestCase("/a/b", "/a")]
    [TestCase("a", "/a")]
    [TestCase("/a/b/c", "/a/b")]
    public async Task Fields_in_each_others_way_are_refused(string first, string second) =>
        Assert.That((await Sent.RefusalAsync(Sent.Json("{}"), CredentialField.Payload(first, "1"), CredentialField.Payload(second, "2"))).Message, Does.Contain("another field"));

    [Test]
    public async Task A_body_may_be_deep()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 500)) + string.Concat(Enumerable.Repeat("]", 500));
        Assert.That(await Sent.BodyAsync(Sent.Json($$"""{"a":{{deep}}}"""), CredentialField.Payload("k", "v")), Is.EqualTo($$"""{"k":"v","a":{{deep}}}"""));
        await Sent.RefusalAsync(Sent.Json("""{"a":""" + new string('[', 100_000)), CredentialField.Payload("k", "v"));
    }

    [TestCase("application/json")]
    [TestCase("APPLICATION/JSON")]
    [TestCase("application/json; charset=utf-8")]
    [TestCase("application/json;charset=\"UTF-8\"")]
    [TestCase("application/json; odata.metadata=none")]
    [TestCase("application/vnd.api+json")]
    [TestCase("application/problem+json; charset=utf-8; v=1")]
    [TestCase("text/json")]
    public async Task Every_JSON_type_is_known(string type)
    {
        var request = Sent.Post("{}", type);
        Assert.That(await Sent.BodyAsync(request, CredentialField.Payload("k", "v")), Is.EqualTo("""{"k":"v"}"""));
    }
}
