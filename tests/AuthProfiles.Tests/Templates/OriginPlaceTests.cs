using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

[Category("I4"), Category("I5")]
public sealed class OriginPlaceTests
{
    private static readonly UrlTemplate Any = Given.Url("{{key}}/openai/{{id}}?v=1", Given.Names.WithField("key", ValueShape.Origin()));

    private static readonly UrlTemplate Azure = Given.Url("{{key}}/openai/", Given.Names.WithField("key", ValueShape.Origin("openai.azure.com")));

    private static readonly (string Class, string[] Values)[] Hostile =
    [
        ("no scheme", ["acme.example", "//acme.example", "acme.example:443", "https:acme.example", "https:/acme.example", "://acme.example"]),
        ("other scheme", ["ftp://acme.example", "file:///etc/passwd", "ws://acme.example", "httpss://acme.example", "javascript://acme.example", " https://acme.example"]),
        ("http", ["http://acme.example", "HTTP://acme.example", "http://10.0.0.1", "http://localhost.evil.com", "http://127.0.0.1.evil.com", "http://evil.com:80"]),
        ("loopback in disguise", ["http://loopback", "http://LOCALHOST", "http://localhost.", "http://127.1", "http://0x7f.0.0.1", "http://2130706433", "http://127.0.0.256", "http://127.0.0.01", "http://127.0.0", "http://127.0.0.1.1", "http://[::ffff:127.0.0.1]", "http://0.0.0.0", "http://[localhost]", "http://::1", "http://[::1", "http://[0:0::1]"]),
        ("path", ["https://acme.example/x", "https://acme.example//", "https://acme.example/.", "https://acme.example/openai/"]),
        ("query or fragment", ["https://acme.example?x", "https://acme.example#x", "https://acme.example/?", "https://acme.example/#", "https://acme.example?"]),
        ("user info", ["https://user@acme.example", "https://user:pass@acme.example", "https://acme.example@evil.com", "https://@acme.example"]),
        ("port", ["https://acme.example:", "https://acme.example:0", "https://acme.example:65536", "https://acme.example:x", "https://acme.example:-1", "https://acme.example: 80", "https://acme.example:80:80", "https://acme.example:+443", "https://acme.example:000443"]),
        ("address", ["https://10.0.0.1", "https://169.254.169.254", "https://[2001:db8::1]", "https://1.1", "https://0x7f000001"]),
        ("single label", ["https://acme", "https://intranet", "https://loopback"]),
        ("special use", ["https://acme.local", "https://metadata.google.internal", "https://tenant-missing.invalid"]),
        ("international", ["https://bücher.example", "https://xn--bcher-kva.example", "https://acme。example"]),
        ("backslash, white space, control", ["https:\\\\acme.example", "https://acme.example\\x", "https://acme.example ", "https://acme.example\r\n", "https://acme\0.example", "https://acme.\u200Bexample"]),
        ("empty host", ["https://", "https:///", "https://:443", "https://."]),
    ];

    private static IEnumerable<TestCaseData> HostileOrigins => Hostile.SelectMany(static group => group.Values.Select(value => Given.Case(group.Class, value)));

    [TestCaseSource(nameof(HostileOrigins))]
    public void A_hostile_origin_is_refused(string origin) =>
        Assert.That(Given.Refused(Any, origin, "7").Message, Does.Contain("of {{key}}: ").And.Contain("Give https:// with a public host name"));

    [TestCase("https://acme.example", "https://acme.example")]
    [TestCase("https://acme.example/", "https://acme.example")]
    [TestCase("HTTPS://Acme.Example:443/", "https://acme.example")]
    [TestCase("https://acme.example:8443", "https://acme.example:8443")]
    [TestCase("https://acme.example:80", "https://acme.example:80")]
    [TestCase("http://127.0.0.1:5080", "http://127.0.0.1:5080")]
    [TestCase("http://127.255.255.254", "http://127.255.255.254")]
    [TestCase("http://localhost:80/", "http://localhost")]
    [TestCase("http://[::1]:5080/", "http://[::1]:5080")]
    [TestCase("https://localhost:7001", "https://localhost:7001")]
    [TestCase("http://localhost:443", "http://localhost:443")]
    public void An_origin_begins_the_address(string origin, string expected)
    {
        Assert.That(Any.Expand([origin, "a/b"]), Is.EqualTo(expected + "/openai/a%2Fb?v=1"));
        Assert.That(Any.GetUri([origin, "a/b"]).GetLeftPart(UriPartial.Authority), Is.EqualTo(expected));
    }

    [TestCase("https://acme.openai.azure.com")]
    [TestCase("http://localhost:5080")]
    [TestCase("https://127.0.0.1:5080")]
    public void Allowed_domains_hold_for_all_but_loopback(string origin) =>
        Assert.That(Azure.Expand([origin]), Is.EqualTo(origin + "/openai/"));

    [TestCase("https://acme.example")]
    [TestCase("https://openai.azure.com.evil.com")]
    [TestCase("https://evilopenai.azure.com")]
    public void An_origin_outside_the_allowed_domains_is_refused(string origin) => Given.Refused(Azure, origin);

    [TestCase("{{key}}")]
    [TestCase("{{key}}?x=1")]
    public void An_origin_may_be_followed_by_nothing_or_a_query(string text) =>
        Assert.That(Given.Url(text, Given.Names.WithField("key", ValueShape.Origin())).GetUri(["https://acme.example"]).Host, Is.EqualTo("acme.example"));

    [TestCase("{{key}}openai/")]
    [TestCase("{{key}}.example.com/")]
    [TestCase("{{key}}:443/")]
    [TestCase("{{key}}@evil.com/")]
    [TestCase("{{key}}{{id}}/")]
    public void An_origin_with_anything_but_a_path_or_query_behind_it_is_an_error(string text) =>
        Given.Unreadable(text, Given.Names.WithField("key", ValueShape.Origin()));
}
