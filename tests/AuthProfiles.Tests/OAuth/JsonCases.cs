using System.Text;

namespace AuthProfiles.Tests.OAuth;

internal static class JsonCases
{
    private const string Good = """{"access_token":"at","token_type":"Bearer"}""";

    public static IEnumerable<TokenCase> All =>
    [
        Malformed("empty body", "nothing", ""),
        Malformed("empty body", "white space", " \r\n"),
        Malformed("empty body", "NUL", "\0"),
        Malformed("another format", "HTML", "<!DOCTYPE html><html><body>Sign in</body></html>"),
        Malformed("another format", "form", "access_token=at&token_type=Bearer"),
        Malformed("another format", "XML", "<?xml version=\"1.0\"?><access_token>at</access_token>"),
        Malformed("another format", "plain text", "at"),
        Malformed("another format", "JWT", "eyJhbGciOiJub25lIn0.e30."),
        Malformed("another format", "XSSI guard", ")]}',\n" + Good),
        Malformed("JSON that is no object", "array", "[" + Good + "]"),
        Malformed("JSON that is no object", "string", "\"at\""),
        Malformed("JSON that is no object", "number", "42"),
        Malformed("JSON that is no object", "null", "null"),
        Malformed("JSON that is no object", "true", "true"),
        Malformed("cut JSON", "in a name", """{"access_tok"""),
        Malformed("cut JSON", "in a value", """{"access_token":"a"""),
        Malformed("cut JSON", "before the brace", """{"access_token":"at","token_type":"Bearer" """),
        Malformed("cut JSON", "after a comma", """{"access_token":"at","""),
        Malformed("more than JSON", "trailing comma", """{"access_token":"at",}"""),
        Malformed("more than JSON", "comment", """{"access_token":"at"/* hello */}"""),
        Malformed("more than JSON", "text behind", Good + "x"),
        Malformed("more than JSON", "second object", Good + Good),
        Malformed("more than JSON", "single quotes", "{'access_token':'at'}"),
        Malformed("more than JSON", "leading zero", """{"access_token":"at","expires_in":03600}"""),
        Malformed("more than JSON", "bare NaN", """{"access_token":"at","expires_in":NaN}"""),
        Malformed("more than JSON", "raw line feed in a string", "{\"access_token\":\"a\nt\"}"),
        Malformed("more than JSON", "bad escape", """{"access_token":"\x61"}"""),
        TokenCase.Taken("byte order mark", "one", "\uFEFF" + Good),
        Malformed("byte order mark", "two", "\uFEFF\uFEFF" + Good),
        Malformed("byte order mark", "alone", "\uFEFF"),
        Bytes("other encodings", "UTF-16 with mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good)]),
        Bytes("other encodings", "UTF-16", Encoding.Unicode.GetBytes(Good)),
        Bytes("other encodings", "UTF-16, big end first", Encoding.BigEndianUnicode.GetBytes(Good)),
        Bytes("other encodings", "UTF-32", Encoding.UTF32.GetBytes(Good)),
        Bytes("other encodings", "Latin-1", Encoding.Latin1.GetBytes("""{"access_token":"at","token_type":"Bearer","name":"Zoë"}""")),
        Bytes("invalid UTF-8", "lone continuation", [.. Encoding.ASCII.GetBytes("""{"access_token":"at"""), 0x80, .. "\"}"u8]),
        Bytes("invalid UTF-8", "overlong", [.. Encoding.ASCII.GetBytes("""{"access_token":"at"""), 0xC0, 0xAF, .. "\"}"u8]),
        Bytes("invalid UTF-8", "surrogate", [.. Encoding.ASCII.GetBytes("""{"access_token":"at"""), 0xED, 0xA0, 0x80, .. "\"}"u8]),
        Bytes("invalid UTF-8", "in a member of no interest", [.. Encoding.ASCII.GetBytes("""{"access_token":"at","x":"""), (byte)'"', 0xFF, .. "\"}"u8]),
        TokenCase.Taken("depth", "sixteen", $$"""{"access_token":"at","token_type":"Bearer","x":{{Nested(15)}}}"""),
        Malformed("depth", "seventeen", $$"""{"access_token":"at","token_type":"Bearer","x":{{Nested(16)}}}"""),
        Malformed("depth", "ten thousand", new string('[', 10_000)),
        Malformed("depth", "ten thousand objects", string.Concat(Enumerable.Repeat("{\"a\":", 10_000))),
        .. Duplicates("a name twice", "access_token", "token_type", "expires_in", "refresh_token", "scope", "error"),
        Malformed("an escaped name twice", "access_token", """{"access_token":"at","access\u005ftoken":"other"}"""),
        Malformed("an escaped name twice", "token_type", """{"access_token":"at","\u0074oken_type":"mac","token_type":"Bearer"}"""),
        Malformed("an escaped name twice", "expires_in", """{"access_token":"at","expires_in":1,"expires_i\u006e":2}"""),
        Malformed("an escaped name twice", "with equal values", """{"access_token":"at","\u0061ccess_token":"at"}"""),
        Malformed("a name twice with null", "null first", """{"access_token":null,"access_token":"at"}"""),
        Malformed("a name twice with null", "null last", """{"access_token":"at","access_token":null}"""),
        TokenCase.Taken("an escaped name", "access_token", """{"\u0061\u0063cess_token":"at","token_type":"Bearer"}"""),
    ];

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels);

    private static IEnumerable<TokenCase> Duplicates(string @class, params string[] names) =>
        names.Select(name => Malformed(@class, name, $$"""{"access_token":"at","{{name}}":"x","{{name}}":"x"}"""));

    private static TokenCase Malformed(string @class, string name, string body) =>
        TokenCase.Refused(@class, name, body, AuthorizationErrorKind.MalformedResponse);

    private static TokenCase Bytes(string @class, string name, byte[] body) =>
        new(@class, name, body) { Kind = AuthorizationErrorKind.MalformedResponse };
}
