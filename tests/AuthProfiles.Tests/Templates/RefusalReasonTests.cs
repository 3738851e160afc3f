using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

/// <summary>What a refusal says to whoever has to mend the value or the template.</summary>
public sealed class RefusalReasonTests
{
    private static readonly TemplateNames Declared = Given.Names
        .WithField("host", ValueShape.HostName())
        .WithField("mine", ValueShape.HostName("acme.example", "acme.test"))
        .WithField("origin", ValueShape.Origin())
        .WithField("path", ValueShape.MultiSegmentPath)
        .WithTenant("directory", ValueShape.EntraDirectory)
        .WithTenant("anyone", ValueShape.EntraTenant);

    private static IEnumerable<TestCaseData> Values =>
    [
        Value("https://{{key}}.example.com/", new string('a', 64), "it has a host label of more than 63 characters", "one host label: ASCII letters, digits and hyphens, at most 63, such as 'acme'"),
        Value("https://{{key}}.example.com/", "a.b", "it has a character other than ASCII letters, digits and hyphen", "one host label"),
        Value("https://{{key}}.example.com/", "-a", "a host label begins or ends with a hyphen", "one host label"),
        Value("https://{{key}}.example.com/", "a-", "a host label begins or ends with a hyphen", "one host label"),
        Value("https://{{key}}.example.com/", "ab--c", "a host label has hyphens in positions 3 and 4", "one host label"),
        Value("https://x{{key}}.example.com/", new string('a', 63), "it makes a host label of more than 63 characters", "one host label"),
        Value("https://x{{key}}.example.com/", "n--a", "a host label has hyphens in positions 3 and 4", "one host label"),
        Value("https://{{host}}/", "a..example", "it has an empty host label", "a public host name of two or more labels, without port"),
        Value("https://{{host}}/", ".", "it has an empty host label", "a public host name"),
        Value("https://{{host}}/", "acme", "it is a single label", "a public host name"),
        Value("https://{{host}}/", "10.0.0.1", "it is an IP address or reads like one", "a public host name"),
        Value("https://{{host}}/", "a.local", "its top-level name is not public", "a public host name"),
        Value("https://{{host}}/", string.Concat(Enumerable.Repeat("a.", 126)) + "ab", "it is longer than a host name can be", "a public host name"),
        Value("https://{{mine}}/", "evil.example", "it is under none of the allowed domains", "a host name under acme.example or acme.test, without port"),
        Value("{{origin}}/", "acme.example", "it does not begin with https://", "https:// with a public host name of two or more labels"),
        Value("{{origin}}/", "https://acme.example/x", "it has more than scheme, host and port", "https:// with"),
        Value("{{origin}}/", "https://acme.example:x", "its host has no readable port, a number from 1 to 65535, or unpaired brackets", "https:// with"),
        Value("{{origin}}/", "http://acme.example", "it is not https", "https:// with"),
        Value("{{origin}}/", "https://acme", "it is a single label", "https:// with"),
        Value("https://a.example/{{path}}", "a//b", "it has an empty segment or a dot segment", "path segments divided by single slashes, none of them '.' or '..'"),
        Value("https://a.example/{{path}}", "a/..", "it has an empty segment or a dot segment", "path segments"),
        Value("https://a.example/{{path}}", "a/\uD800", "it has half a character (a lone surrogate)", "path segments"),
        Value("https://a.example/{{key}}", "..", "it is a dot segment, which climbs the path", "one path segment other than '.' and '..'"),
        Value("https://a.example/{{key}}", "\uD800", "it has half a character (a lone surrogate)", "one path segment"),
        Value("https://a.example/?a={{key}}", "\uD800", "it has half a character (a lone surrogate)", "well-formed Unicode text"),
        Value("https://a.example/?a={{key}}", new string('a', 3001), "it is too long", "well-formed Unicode text"),
        Value("https://a.example/{directory}", "common", "it names no single directory, which client credentials need", "the directory's GUID or a verified domain"),
        Value("https://a.example/{anyone}", "contoso", "it is a single label", "the directory's GUID, a verified domain, or common, organizations or consumers"),
    ];

    [TestCaseSource(nameof(Values))]
    public void A_refused_value_gets_the_reason_and_what_to_give(string template, string value, string reason, string expected)
    {
        var message = Given.Refused(Given.Url(template, Declared), value).Message;

        Assert.That(message, Does.Contain($"}}: {reason}").Or.Contain($"}}}}: {reason}"));
        Assert.That(message, Does.Contain($". Give {expected}"));
    }

    [TestCase("", "is missing")]
    [TestCase("https://a.example/\u00FC", "non-ASCII character")]
    [TestCase("https://a.example/a\\b", "a backslash")]
    [TestCase("https://a.example/#x", "has a fragment ('#')")]
    [TestCase("https://a.example/%zz", "has '%' at character 19 without two hexadecimal digits")]
    [TestCase("https://a.example/{{key", "has '{{' at character 19")]
    [TestCase("https://a.example/a/../b", "has a dot segment in its path")]
    [TestCase("ftp://a.example/", "does not begin with https://")]
    [TestCase("https://user@a.example/", "has user info ('@') before its host")]
    [TestCase("https://a.example:x/", "has a port that is no number from 1 to 65535")]
    [TestCase("http://a.example/", "http is for 127.0.0.1, [::1] and localhost only")]
    [TestCase("https://api.{tenant}/", "does not end its host in literal text")]
    [TestCase("https://{tenant}.{subdomain}.{{key}}.{{id}}.example/", "could grow beyond 253 characters")]
    [TestCase("https://%61pi.example/", "has a host that can't be read as it is written")]
    [TestCase("{{key}}/", "begins with {{key}}, which is not declared as a whole origin")]
    [TestCase("{{origin}}x/", "goes on behind {{origin}} with neither '/' nor '?'")]
    [TestCase("https://{{key}}/", "has {{key}} as its whole host")]
    [TestCase("https://{{path}}.example/", "has {{path}} in its host, and its declared shape does not fit there")]
    [TestCase("https://a_{{key}}.example/", "has {{key}} in a host label with other characters")]
    [TestCase("https://a.example/x{{path}}", "has {{path}} within a path segment")]
    [TestCase("https://a.example/{{path}}x", "has {{path}} within a path segment")]
    public void A_wrong_template_is_told_what_is_wrong(string template, string reason) =>
        Assert.That(Given.Unreadable(template, Declared).Message, Does.Contain(reason));

    [TestCase("", "is missing. Give a value.")]
    [TestCase("\u00FC", "can't be sent: it has a character that a header can't carry. Give printable ASCII characters only.")]
    public void A_wrong_value_template_is_told_what_is_wrong(string template, string reason) =>
        Assert.That(Given.Refusal(() => ValueTemplate.Parse(template, TemplatePosition.Header, Given.Names), AuthorizationErrorKind.Configuration).Message, Does.EndWith(reason));

    [TestCase("//evil.example", "it begins with two slashes and so names a host")]
    [TestCase("a\\b", "it has a backslash")]
    [TestCase("a#b", "it has a fragment, which is never sent")]
    [TestCase("a\tb", "it has a control character, or white space at an end")]
    [TestCase(" a", "white space at an end")]
    [TestCase("a ", "white space at an end")]
    [TestCase("a:b", "it is an absolute address")]
    [TestCase("/x/https://evil.example", "it is an absolute address")]
    [TestCase("../a", "it has a dot segment")]
    public void A_relative_address_that_is_refused_gets_the_reason(string relative, string reason) =>
        Assert.That(
            Assert.Throws<AuthorizationException>(() => RelativeAddress.Join(new Uri("https://a.example/"), relative, "orders"))!.Message,
            Does.Contain($"can't be joined to the base address: ").And.Contain(reason));

    private static TestCaseData Value(string template, string value, string reason, string expected) =>
        new TestCaseData(template, value, reason, expected).SetArgDisplayNames(template, AuthProfiles.Diagnostics.Printable.Escape(value.Length > 70 ? $"{value.Length} characters" : value));
}
