using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

[Category("A23"), Category("I4")]
public sealed class RelativeAddressTests
{
    [TestCase("https://api.example.com", "orders/7", "https://api.example.com/orders/7")]
    [TestCase("https://api.example.com/", "orders/7", "https://api.example.com/orders/7")]
    [TestCase("https://api.example.com/", "/orders/7", "https://api.example.com/orders/7")]
    [TestCase("https://api.example.com/v2", "orders", "https://api.example.com/v2/orders")]
    [TestCase("https://api.example.com/v2", "/orders", "https://api.example.com/v2/orders")]
    [TestCase("https://api.example.com/v2/", "orders/", "https://api.example.com/v2/orders/")]
    [TestCase("https://api.example.com/v2/", "/", "https://api.example.com/v2/")]
    [TestCase("https://api.example.com/v2/", "", "https://api.example.com/v2/")]
    [TestCase("https://api.example.com/v2", "?a=b", "https://api.example.com/v2?a=b")]
    [TestCase("https://api.example.com/v2/", "orders?a=b&c=/../", "https://api.example.com/v2/orders?a=b&c=/../")]
    [TestCase("https://api.example.com/v2/", "orders?next=https://evil.com/", "https://api.example.com/v2/orders?next=https://evil.com/")]
    [TestCase("https://api.example.com/v2/?$format=json", "orders", "https://api.example.com/v2/orders?$format=json")]
    [TestCase("https://api.example.com/v2/?$format=json", "orders?a=b", "https://api.example.com/v2/orders?$format=json&a=b")]
    [TestCase("https://api.example.com:8443/v2/", "models/x:predict", "https://api.example.com:8443/v2/models/x:predict")]
    [TestCase("https://api.example.com/v2/", "/tickets:search", "https://api.example.com/v2/tickets:search")]
    [TestCase("https://api.example.com/v2/", "a%2Fb/ü x", "https://api.example.com/v2/a%2Fb/%C3%BC%20x")]
    [TestCase("https://api.example.com/v2/", "@evil.com/x", "https://api.example.com/v2/@evil.com/x")]
    [TestCase("https://api.example.com", ".evil.com/x", "https://api.example.com/.evil.com/x")]
    [TestCase("http://127.0.0.1:5080/", "bot{key}/getMe", "http://127.0.0.1:5080/bot%7Bkey%7D/getMe")]
    public void A_path_is_joined_below_the_base(string baseAddress, string relative, string expected) =>
        Assert.That(RelativeAddress.Join(new Uri(baseAddress), relative, "orders").AbsoluteUri, Is.EqualTo(expected));

    [TestCase("//evil.com/x")]
    [TestCase("///evil.com/x")]
    [TestCase("https://evil.com/x")]
    [TestCase("HTTPS://evil.com/x")]
    [TestCase("https:evil.com")]
    [TestCase("http://127.0.0.1/")]
    [TestCase("file:///etc/passwd")]
    [TestCase("javascript:alert(1)")]
    [TestCase(":x")]
    [TestCase("mailto:a@b.example")]
    [TestCase("/https://evil.com/x")]
    [TestCase("x/https://evil.com/")]
    [TestCase("\\\\evil\\x")]
    [TestCase("\\evil.com")]
    [TestCase("/\\evil.com")]
    [TestCase("a\\b")]
    [TestCase("..")]
    [TestCase("../x")]
    [TestCase("a/../../x")]
    [TestCase("a/..")]
    [TestCase("./x")]
    [TestCase("%2e%2e/x")]
    [TestCase("a/%2E%2e/x")]
    [TestCase(".%2e/x")]
    [TestCase("a/.?x=1")]
    [TestCase("#x")]
    [TestCase("x#y")]
    [TestCase(" //evil.com/x")]
    [TestCase("\t//evil.com")]
    [TestCase("x\r\ny")]
    [TestCase("x\0y")]
    [TestCase("x ")]
    [TestCase("x?y=\n")]
    [TestCaseSource(typeof(Given), nameof(Given.Halves))]
    public void What_could_replace_or_climb_the_base_is_refused(string relative)
    {
        var exception = Assert.Throws<AuthorizationException>(() => RelativeAddress.Join(new Uri("https://api.example.com/v2/"), relative, "orders"))!;

        Assert.Multiple(() =>
        {
            Assert.That(exception.Kind, Is.EqualTo(AuthorizationErrorKind.OriginRefused));
            Assert.That(exception.Message, Does.StartWith("Profile 'orders': the address '").And.EndWith("such as 'orders/7'."));
            Assert.That(exception.Message, Does.Match("^[ -~…]*$"));
        });
    }

    [Test, Category("I2")]
    public void A_refusal_does_not_repeat_the_query() =>
        Assert.That(Assert.Throws<AuthorizationException>(() => RelativeAddress.Join(new Uri("https://api.example.com/"), "../x?key=s3cret", "orders"))!.Message, Does.Not.Contain("s3cret"));

    [Test]
    public void A_base_that_is_no_web_address_is_a_mistake_of_the_caller()
    {
        Assert.That(() => RelativeAddress.Join(new Uri("/x", UriKind.Relative), "y", "orders"), Throws.ArgumentException.With.Message.Contains("not an absolute http or https address"));
        Assert.Throws<ArgumentException>(() => RelativeAddress.Join(new Uri("file:///x"), "y", "orders"));
    }
}
