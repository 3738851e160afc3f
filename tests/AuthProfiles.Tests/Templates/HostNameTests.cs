using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

[Category("I5")]
public sealed class HostNameTests
{
    private static readonly UrlTemplate Any = Given.Url("https://{{key}}:8443/api", Given.Names.WithField("key", ValueShape.HostName()));

    private static readonly UrlTemplate Azure = Given.Url("https://{{key}}/", Given.Names.WithField("key", ValueShape.HostName("openai.azure.com", "services.ai.azure.com")));

    private static readonly (string Class, string[] Values)[] Hostile =
    [
        ("single label", ["acme", "localhost", "com", "loopback"]),
        ("port", ["acme.com:443", "acme.com:", "acme.com:0"]),
        ("user info", ["user@acme.com", "acme.com@evil.com", "a:b@acme.com"]),
        ("more than a host", ["acme.com/", "acme.com/x", "acme.com?x", "acme.com#x", "acme.com\\x", "https://acme.com", "//acme.com"]),
        ("IPv4", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "1.2.3.4", "192.168.0.1", "0.0.0.0", "255.255.255.255"]),
        ("IPv4 in disguise", ["127.1", "0x7f.1", "0x7f.0.0.1", "a.0x7f", "127.0.0.1.", "017700000001.1", "acme.1", "1.2.3.4.5", "127.0.0.0x1"]),
        ("IPv6", ["[::1]", "::1", "[2001:db8::1]", "fe80::1%eth0"]),
        ("empty label", ["acme.com.", ".acme.com", "acme..com", ".", "..", "..com"]),
        ("special use", ["db.localhost", "printer.local", "metadata.google.internal", "x.invalid", "a.onion", "1.0.0.127.in-addr.arpa", "X.LOCAL"]),
        ("international", ["bücher.de", "xn--bcher-kva.de", "acme.рф", "acme.xn--p1ai", "acme。com", "acme．com"]),
        ("hyphen", ["-acme.com", "acme-.com", "acme.-com", "acme.com-"]),
        ("white space and control", [" acme.com", "acme.com ", "ac me.com", "acme.com\r\n", "acme\0.com", "acme.com\t"]),
        ("invisible", ["ac\u200Bme.com", "acme.com\u202E", "acme\u00AD.com", "\uFEFFacme.com"]),
        ("percent, braces, underscore", ["acme%2ecom", "{tenant}.com", "{{key}}.com", "my_host.com", "*.acme.com"]),
        ("too long", [string.Join('.', Enumerable.Repeat(new string('a', 63), 4)) + ".com", new string('a', 64) + ".com", new string('.', 65_536)]),
    ];

    private static IEnumerable<TestCaseData> HostileHosts => Hostile.SelectMany(static group => group.Values.Select(value => Given.Case(group.Class, value)));

    [TestCaseSource(nameof(HostileHosts))]
    public void A_hostile_host_is_refused(string host)
    {
        var message = Given.Refused(Any, host).Message;

        Assert.That(message, Does.Contain("of {{key}}: ").And.Contain("Give a public host name"));
    }

    [TestCase("acme.com", "acme.com")]
    [TestCase("API.Acme.Example", "api.acme.example")]
    [TestCase("a.b.c.d.e.co", "a.b.c.d.e.co")]
    [TestCase("1.2.3.4.example", "1.2.3.4.example")]
    [TestCase("0x7f.example", "0x7f.example")]
    public void A_public_name_is_the_whole_host(string host, string expected)
    {
        var uri = Any.GetUri([host]);

        Assert.That(uri.AbsoluteUri, Is.EqualTo($"https://{expected}:8443/api"));
        Assert.That(uri.IdnHost, Is.EqualTo(expected));
    }

    [TestCase("acme.openai.azure.com")]
    [TestCase("ACME.OpenAI.Azure.com")]
    [TestCase("a.b.services.ai.azure.com")]
    [TestCase("openai.azure.com")]
    public void A_name_under_an_allowed_domain_is_taken(string host) =>
        Assert.That(Azure.GetUri([host]).Host, Is.EqualTo(host.ToLowerInvariant()));

    [TestCase("evilopenai.azure.com")]
    [TestCase("openai.azure.com.evil.com")]
    [TestCase("acme.azure.com")]
    [TestCase("azure.com")]
    [TestCase("acme.openai.azure.co")]
    [TestCase("acme-openai.azure.com")]
    [TestCase("acme.openai.azure.com.")]
    public void A_name_outside_the_allowed_domains_is_refused(string host) =>
        Assert.That(Given.Refused(Azure, host).Message, Does.Contain("openai.azure.com or services.ai.azure.com"));

    [Test]
    public void A_declared_domain_may_be_one_that_is_not_public()
    {
        var template = Given.Url("https://{{key}}/", Given.Names.WithField("key", ValueShape.HostName("corp.internal")));

        Assert.That(template.GetUri(["api.corp.internal"]).Host, Is.EqualTo("api.corp.internal"));
        Given.Refused(template, "api.other.internal");
    }

    [TestCase("")]
    [TestCase("com")]
    [TestCase(".azure.com")]
    [TestCase("https://azure.com")]
    [TestCase("*.azure.com")]
    [TestCase("10.0.0.1")]
    public void An_allowed_domain_that_is_no_domain_is_refused_at_once(string suffix)
    {
        Assert.That(() => ValueShape.HostName(suffix), Throws.ArgumentException.With.Message.Contains($"'{suffix}' is no DNS name"));
        Assert.Throws<ArgumentException>(() => ValueShape.Origin(suffix));
    }
}
