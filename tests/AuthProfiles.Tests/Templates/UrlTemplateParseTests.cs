using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

public sealed class UrlTemplateParseTests
{
    [Category("A3")]
    [TestCase("https://{tenent}.example.com/", "{tenent}", "Did you mean '{tenant}'?")]
    [TestCase("https://{Tenant}.example.com/", "{Tenant}", "Did you mean '{tenant}'?")]
    [TestCase("https://{TENANT}.example.com/", "{TENANT}", "Did you mean '{tenant}'?")]
    [TestCase("https://{{tenant}}.example.com/", "{{tenant}}", "Did you mean '{tenant}'?")]
    [TestCase("https://x.example.com/{key}", "{key}", "Did you mean '{{key}}'?")]
    [TestCase("https://x.example.com/{{keys}}", "{{keys}}", "Did you mean '{{key}}'?")]
    [TestCase("https://{sub-domain}.example.com/", "{sub-domain}", "Did you mean '{subdomain}'?")]
    [TestCase("https://x.example.com/{{completely_other}}", "{{completely_other}}", "Known here: {tenant}, {subdomain}, {{key}}, {{id}}, {{pin}}.")]
    public void An_unknown_name_is_an_error_with_a_suggestion(string text, string name, string suggestion) =>
        Assert.That(Given.Unreadable(text).Message, Is.EqualTo($"Profile 'orders': BaseUrl has the unknown placeholder '{name}'. {suggestion}"));

    [TestCase("https://x.example.com/{{key")]
    [TestCase("https://x.example.com/{{key}")]
    [TestCase("https://x.example.com/{{")]
    [TestCase("https://x.example.com/{{}}")]
    [TestCase("https://x.example.com/{{1key}}")]
    [TestCase("https://x.example.com/{{{key}}}")]
    [TestCase("https://x.example.com/{{key.x}}")]
    [TestCase("https://{{key.example.com/")]
    public void Double_braces_that_hold_no_name_are_an_error(string text) =>
        Assert.That(Given.Unreadable(text).Message, Does.Contain("'{{' at character"));

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    [TestCase("x")]
    [TestCase("/relative/{tenant}")]
    [TestCase("api.example.com")]
    [TestCase("//api.example.com/")]
    [TestCase("http://api.example.com/")]
    [TestCase("http://{tenant}.localhost/")]
    [TestCase("http://localhost.example.com/")]
    [TestCase("http://loopback/")]
    [TestCase("http://127.1/")]
    [TestCase("http://localhost:{{id}}/")]
    [TestCase("http://127.0.0.{{id}}/")]
    [TestCase("ftp://api.example.com/")]
    [TestCase("https:/api.example.com/")]
    [TestCase("https:api.example.com/")]
    [TestCase(" https://api.example.com/")]
    [TestCase("https://api.example.com/a b")]
    [TestCase("https://api.example.com/\r\n")]
    [TestCase("https://api.example.com/ü")]
    [TestCase("https://bücher.example/")]
    [TestCase("https://api.example.com\\x")]
    [TestCase("https://api.example.com/a\\b")]
    [TestCase("https://api.example.com/#x")]
    [TestCase("https://api.example.com/#{{key}}")]
    [TestCase("https://user@api.example.com/")]
    [TestCase("https://user:{{key}}@api.example.com/")]
    [TestCase("https://{tenant}@api.example.com/")]
    [TestCase("https://api.example.com:/")]
    [TestCase("https://api.example.com:0/")]
    [TestCase("https://api.example.com:65536/")]
    [TestCase("https://api.example.com:{{id}}/")]
    [TestCase("https://api.example.com:8{{id}}/")]
    [TestCase("https://")]
    [TestCase("https:///x")]
    [TestCase("https://?x")]
    [TestCase("https://0x7f.1/")]
    [TestCase("https://127.1/")]
    [TestCase("https://[{tenant}]/")]
    [TestCase("https://[::1/")]
    [TestCase("https://[localhost]/")]
    [TestCase("https://a..example.com/")]
    [TestCase("https://{tenant}..example.com/")]
    [TestCase("https://{tenant/x.example.com/")]
    [TestCase("https://%61pi.example.com/")]
    public void What_is_no_safe_address_is_an_error(string? text) => Given.Unreadable(text);

    [TestCase("https://{tenant}/")]
    [TestCase("https://{tenant}")]
    [TestCase("https://{tenant}:8443/")]
    [TestCase("https://{{key}}?x")]
    public void A_whole_host_that_is_not_declared_is_an_error(string text) =>
        Assert.That(Given.Unreadable(text).Message, Does.Contain("whole host"));

    [TestCase("{{key}}/x")]
    [TestCase("{tenant}/x")]
    [TestCase("{{key}}")]
    public void A_whole_origin_that_is_not_declared_is_an_error(string text) =>
        Assert.That(Given.Unreadable(text).Message, Does.Contain("whole origin"));

    [TestCase("https://api.{tenant}/")]
    [TestCase("https://api.{tenant}:8443/")]
    [TestCase("https://{tenant}./")]
    [TestCase("https://{tenant}.1/")]
    [TestCase("https://{tenant}.0x7f/")]
    [TestCase("https://1.2.3.{tenant}/")]
    [TestCase("https://api.x{tenant}/")]
    [TestCase("https://api.{tenant}x/")]
    [TestCase("https://x{tenant}/")]
    public void A_host_ends_in_literal_text(string text) =>
        Assert.That(Given.Unreadable(text).Message, Does.Contain("literal text"));

    [TestCase("https://{tenant}{subdomain}.example.com/")]
    [TestCase("https://{tenant}-{{key}}.example.com/")]
    [TestCase("https://{tenant}_x.example.com/")]
    [TestCase("https://a%{tenant}.example.com/")]
    [TestCase("https://x--{tenant}.example.com/", false)]
    public void A_host_label_holds_one_value_and_nothing_odd(string text, bool isWrong = true)
    {
        if (isWrong)
        {
            Given.Unreadable(text);
        }
        else
        {
            Assert.That(Given.Url(text).Expand(["a"]), Is.EqualTo("https://x--a.example.com/"));
        }
    }

    [TestCase("https://x.{{key}}.example.com/")]
    [TestCase("https://x{{key}}.example.com/")]
    public void A_whole_host_is_no_label(string text)
    {
        Given.Unreadable(text, Given.Names.WithField("key", ValueShape.HostName()));
        Given.Unreadable(text, Given.Names.WithField("key", ValueShape.Origin()));
        Given.Unreadable(text, Given.Names.WithField("key", ValueShape.MultiSegmentPath));
    }

    [Test]
    public void A_host_can_not_grow_beyond_what_DNS_takes()
    {
        var three = Given.Url("https://{tenant}.{subdomain}.{{key}}.example.com/");
        var label = new string('a', 63);

        Assert.That(three.GetUri([label, label, label]).Host, Has.Length.EqualTo((3 * 64) + 11));
        Assert.That(Given.Unreadable("https://{tenant}.{subdomain}.{{key}}.{{id}}.example.com/").Message, Does.Contain("253"));
    }

    [TestCase("https://api.example.com")]
    [TestCase("https://API.Example.com:8443/x?y")]
    [TestCase("https://xn--bcher-kva.example/")]
    [TestCase("https://10.0.0.1/")]
    [TestCase("https://[2001:db8::1]:8443/")]
    [TestCase("https://intranet/")]
    [TestCase("https://my_host.example.com/")]
    [TestCase("http://localhost/")]
    [TestCase("http://localhost:5080/{{id}}")]
    [TestCase("http://127.0.0.1:5080/")]
    [TestCase("http://[::1]:5080/")]
    [TestCase("https://{tenant}.com/")]
    [TestCase("https://{tenant}.eu.example.com:8443")]
    [TestCase("https://a-{tenant}-b.example.com?x={{id}}")]
    public void A_safe_address_is_taken(string text)
    {
        var template = Given.Url(text);

        Assert.That(template.GetUri(static name => name.IsField ? "7" : "acme").OriginalString, Is.EqualTo(text.Replace("{tenant}", "acme", StringComparison.Ordinal).Replace("{{id}}", "7", StringComparison.Ordinal)));
    }

    [Test]
    public void A_path_parameter_stays_for_the_injector()
    {
        var names = Given.Names.WithPathParam("token");
        var template = Given.Url("https://{tenant}.example.com/bot{token}/getMe", names);

        Assert.That(template.Names, Has.Length.EqualTo(1));
        Assert.That(template.Expand(["acme"]), Is.EqualTo("https://acme.example.com/bot{token}/getMe"));
        Assert.That(template.Placeholder!.AbsolutePath, Is.EqualTo("/bot%7Btoken%7D/getMe"));
        Given.Unreadable("https://{token}.example.com/", names);
        Given.Unreadable("https://x.example.com:{token}/", names);
        Given.Unreadable("{token}/x", names);
    }
}
