using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

[Category("I5")]
public sealed class PathTests
{
    private static readonly UrlTemplate Segment = Given.Url("https://api.example.com/v1/{{id}}/items?x=1");

    private static readonly UrlTemplate Path = Given.Url("https://api.example.com/v1/{{id}}/items", Given.Names.WithField("id", ValueShape.MultiSegmentPath));

    private static readonly (string Class, string[] Values)[] Odd =
    [
        ("slash", ["/", "a/b", "../..", "/etc/passwd", "a/../b", "//evil.com", "..%2f"]),
        ("backslash", ["\\", "a\\b", "..\\.."]),
        ("percent", ["%2e%2e", "%2f", "%", "%25", "%00", "100%", "%u002e"]),
        ("divider", ["?", "a?b=c", "#", "a#b", ";", "a;b=c", "&", "="]),
        ("host", ["@evil.com", "https://evil.com", ":", "a:b@c", "[::1]"]),
        ("dots", ["...", "....", ".a", "a.", "a..b", "..a", "a.b"]),
        ("space and control", [" ", "a b", "\t", "\r\n", "\0", "\u007F", "\u0085"]),
        ("international", ["ü", "例え", "😀", "e\u0301", "\u202E", "．．", "。", "／", "﹒"]),
        ("braces", ["{tenant}", "{{key}}", "{", "}}"]),
        ("plain", ["abc", "ABC-._~123", "gpt-4o-mini", "é", "it's", "(a)", "a+b", "a*b", "!", "$", ",", "\"", "<", ">", "^", "`", "|"]),
    ];

    private static IEnumerable<TestCaseData> OddSegments => Odd.SelectMany(static group => group.Values.Select(value => Given.Case(group.Class, value)));

    [TestCaseSource(nameof(OddSegments))]
    public void Any_text_stays_one_segment(string value)
    {
        var uri = Segment.GetUri([value]);

        Assert.Multiple(() =>
        {
            Assert.That(uri.Host, Is.EqualTo("api.example.com"));
            Assert.That(uri.Query, Is.EqualTo("?x=1"));
            Assert.That(uri.Segments, Has.Length.EqualTo(4));
            Assert.That(uri.AbsolutePath, Is.EqualTo($"/v1/{Uri.EscapeDataString(value)}/items"), "Uri has nothing left to change");
            Assert.That(uri.OriginalString, Is.EqualTo($"https://api.example.com/v1/{Uri.EscapeDataString(value)}/items?x=1"));
            Assert.That(Uri.UnescapeDataString(uri.Segments[2].TrimEnd('/')), Is.EqualTo(value));
        });
    }

    [TestCase(".")]
    [TestCase("..")]
    [TestCase("")]
    [TestCase(null)]
    [TestCaseSource(typeof(Given), nameof(Given.Halves))]
    public void A_dot_segment_half_a_character_and_nothing_are_refused(string? value)
    {
        Given.Refused(Segment, value);
        Given.Refused(Path, value);
    }

    [TestCase("/.{{id}}/x", ".")]
    [TestCase("/{{id}}./x", ".")]
    [TestCase("/%2e{{id}}", ".")]
    [TestCase("/%2E{{id}}", ".")]
    [TestCase("/{{id}}{{id}}", ".")]
    [TestCase("/{{id}}", "..")]
    public void Parts_of_a_segment_do_not_make_a_dot_segment_together(string path, string value) =>
        Given.Refused(Given.Url("https://api.example.com/v1" + path), value);

    [TestCase("/%2{{id}}/")]
    [TestCase("/%{{id}}/")]
    [TestCase("/x%")]
    [TestCase("/x%2")]
    [TestCase("/x%zz")]
    [TestCase("/?q=%{{id}}")]
    [TestCase("/?q=100%")]
    public void Half_a_percent_escape_is_an_error_as_a_value_could_complete_it(string path) =>
        Assert.That(Given.Unreadable("https://api.example.com" + path).Message, Does.Contain("%25"));

    [TestCase("/a/../b")]
    [TestCase("/a/./b")]
    [TestCase("/..")]
    [TestCase("/%2e%2E/b")]
    [TestCase("/.%2e/{{id}}")]
    [TestCase("/{{id}}/.")]
    public void A_literal_dot_segment_is_an_error(string path) => Given.Unreadable("https://api.example.com" + path);

    [TestCase("/bot{{key}}/getMe", "12:ab/c", "/bot12%3Aab%2Fc/getMe")]
    [TestCase("/odata('{{key}}')/x", "a'b", "/odata('a%27b')/x")]
    [TestCase("/a//{{key}}//", "b", "/a//b//")]
    [TestCase("/{{key}}...", ".x", "/.x...")]
    public void A_value_may_be_a_part_of_a_segment_and_the_rest_survives(string path, string value, string expected) =>
        Assert.That(Given.Url("https://api.example.com" + path).GetUri([value]).AbsolutePath, Is.EqualTo(expected));

    [TestCase("a", "a")]
    [TestCase("a/b/c", "a/b/c")]
    [TestCase("a b/c?d/#e", "a%20b/c%3Fd/%23e")]
    [TestCase("%2e%2e/x", "%252e%252e/x")]
    [TestCase("a\\b/ü", "a%5Cb/%C3%BC")]
    public void A_declared_path_keeps_its_slashes_and_encodes_the_rest(string value, string expected)
    {
        var uri = Path.GetUri([value]);

        Assert.That(uri.AbsolutePath, Is.EqualTo($"/v1/{expected}/items"));
        Assert.That(uri.Host, Is.EqualTo("api.example.com"));
    }

    [TestCase("/a")]
    [TestCase("a/")]
    [TestCase("a//b")]
    [TestCase("//evil.com")]
    [TestCase("/")]
    [TestCase("a/../b")]
    [TestCase("../a")]
    [TestCase("a/..")]
    [TestCase("a/./b")]
    [TestCaseSource(typeof(Given), nameof(Given.Halves))]
    public void A_declared_path_with_an_empty_or_a_dot_segment_is_refused(string value) => Given.Refused(Path, value);

    [TestCase("https://api.example.com/x{{id}}")]
    [TestCase("https://api.example.com/{{id}}.json")]
    [TestCase("https://api.example.com/{{id}}{{key}}")]
    public void A_declared_path_stands_between_slashes(string text) =>
        Given.Unreadable(text, Given.Names.WithField("id", ValueShape.MultiSegmentPath));

    [Test]
    public void A_declared_path_in_the_query_is_one_value() =>
        Assert.That(Given.Url("https://api.example.com/?p={{id}}", Given.Names.WithField("id", ValueShape.MultiSegmentPath)).Expand(["a/b"]), Is.EqualTo("https://api.example.com/?p=a%2Fb"));
}
