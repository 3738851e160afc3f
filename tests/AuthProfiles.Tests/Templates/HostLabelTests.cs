using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

[Category("R18"), Category("I5")]
public sealed class HostLabelTests
{
    private static readonly UrlTemplate Zendesk = Given.Url("https://{tenant}.zendesk.com/api/v2/");

    private static readonly (string Class, string[] Values)[] Hostile =
    [
        ("slash", ["evil.com/", "evil.com/.x", "/", "a/b", "//evil.com", "evil.com/?", "acme/..", "/acme"]),
        ("backslash", ["evil.com\\", "a\\b", "\\\\evil", "\\"]),
        ("query", ["evil.com?", "a?b", "?", "acme?x=1&y"]),
        ("fragment", ["evil.com#", "a#b", "#", "#@evil.com"]),
        ("user info", ["user@evil.com", "user:pass@evil.com", "@", "a@b", ":@", "x:y@z"]),
        ("port", ["acme:443", "a:", ":80", "evil.com:8443", "acme:0", ":"]),
        ("dot", ["acme.evil", ".", "..", "acme.", ".acme", "a..b", "evil.com", "acme.zendesk.com", "www.acme"]),
        ("dot in disguise", ["acme\u3002evil", "acme\uFF0Eevil", "acme\uFF61evil", "\u3002", "acme\u2024evil", "acme%2eevil", "acme%2Eevil"]),
        ("IP address", ["[::1]", "[::ffff:127.0.0.1]", "127.0.0.1", "0x7f.1", "[fe80::1%25eth0]", "::1", "10.0.0.1", "[::1", "::ffff:1.2.3.4"]),
        ("white space", [" acme", "acme ", "ac me", " ", "\tacme", "acme\u00A0", "acme\u2003", "\u3000", "acme\u2028x"]),
        ("line break and control", ["acme\r\nX: 1", "acme\n", "acme\r", "a\0b", "\0", "acme\u007F", "acme\u0085", "\u001Bacme", "acme\v", "acme\f"]),
        ("percent", ["acme%2fevil", "%61cme", "acme%00", "%", "%2e%2e", "acme%", "%23", "%40evil"]),
        ("hyphen at an end", ["-acme", "acme-", "-", "--", "-a-", "a-", "---"]),
        ("encoded name", ["xn--bcher-kva", "XN--BCHER-KVA", "xn--", "ab--cd", "aa--", "zz--x", "Xn--a"]),
        ("international", ["bücher", "münchen", "пример", "例え", "acmé", "ａｃｍｅ", "ⓐcme", "аcme", "ſ", "ß", "İ", "ı", "\u212A", "℀"]),
        ("invisible", ["ac\u200Bme", "ac\u200Dme", "\u200Eacme", "acme\u202E", "ac\u00ADme", "\uFEFFacme", "ac\u2060me", "acme\uFE0F", "a\u034Fb", "\u180Eacme"]),
        ("astral and broken", ["acme😀", "\uD83D", "acme\uDE00", "\uD800\uD800", "𝒶cme", "\uFFFF", "\uFFFD"]),
        ("braces", ["{user}", "{{key}}", "{tenant}", "{", "}", "{}", "a{b}c"]),
        ("underscore", ["my_tenant", "_acme", "acme_", "_"]),
        ("punctuation", ["acme!", "a$b", "a&b", "a'b", "(acme)", "a*b", "a+b", "a,b", "a;b", "a=b", "a~b", "a\"b", "a<b", "a>b", "a^b", "a`b", "a|b", "*", "a[b]"]),
        ("scheme", ["https://evil.com", "http:", "javascript:alert", "file:///etc", "//", "https:\\\\evil.com"]),
        ("too long", [new('a', 64), new('a', 255), new('a', 3000), new('a', 3001), new('a', 65_536), new('.', 65_536), new('-', 100_000)]),
    ];

    private static IEnumerable<TestCaseData> HostileLabels => Hostile.SelectMany(static group => group.Values.Select(value => Given.Case(group.Class, value)));

    // Hyphens are harmless between other characters.
    private static IEnumerable<TestCaseData> HostileParts => Hostile
        .Where(static group => group.Class is not ("hyphen at an end" or "encoded name"))
        .SelectMany(static group => group.Values.Select(value => Given.Case(group.Class, value)));

    [TestCaseSource(nameof(HostileLabels))]
    public void A_hostile_label_is_refused_before_there_is_an_address(string label)
    {
        var message = Given.Refused(Zendesk, label).Message;

        Assert.That(message, Does.Contain("of {tenant}: ").And.Contain("Give one host label"));
    }

    [TestCaseSource(nameof(HostileParts))]
    public void A_hostile_label_is_refused_between_literal_characters_too(string label) =>
        Given.Refused(Given.Url("https://eu-{tenant}-1.example.com/"), label);

    [Test]
    public void The_table_is_as_long_as_it_is_meant_to_be()
    {
        Assert.That(Hostile, Has.Length.GreaterThanOrEqualTo(20));
        Assert.That(HostileLabels.Count(), Is.GreaterThanOrEqualTo(150));
    }

    [TestCase("acme", "acme")]
    [TestCase("ACME", "acme")]
    [TestCase("INFO", "info")]
    [TestCase("a", "a")]
    [TestCase("7", "7")]
    [TestCase("123", "123")]
    [TestCase("0x7f", "0x7f")]
    [TestCase("a-b", "a-b")]
    [TestCase("a--b", "a--b")]
    [TestCase("a-b-c-1", "a-b-c-1")]
    [TestCase("ab-c-d", "ab-c-d")]
    [TestCase("localhost", "localhost")]
    [TestCase("contoso-eu2", "contoso-eu2")]
    public void A_plain_label_becomes_the_label_in_lower_case(string label, string expected)
    {
        var uri = Zendesk.GetUri([label]);

        Assert.That(uri.OriginalString, Is.EqualTo($"https://{expected}.zendesk.com/api/v2/"));
        Assert.That(uri.IdnHost, Is.EqualTo($"{expected}.zendesk.com"));
    }

    [Test]
    public void Sixty_three_characters_are_the_most()
    {
        Assert.That(Zendesk.GetUri([new string('a', 63)]).Host, Is.EqualTo(new string('a', 63) + ".zendesk.com"));
        Given.Refused(Zendesk, new string('a', 64));
    }

    [TestCase("x{tenant}.example.com", "n--a")]
    [TestCase("xn{tenant}.example.com", "--a")]
    [TestCase("{tenant}--x.example.com", "ab")]
    [TestCase("{tenant}-.example.com", "a", true)]
    [TestCase("-{tenant}.example.com", "a", true)]
    [TestCase("{tenant}-eu.example.com", "-a")]
    [TestCase("eu-{tenant}.example.com", "a-")]
    public void The_label_is_judged_with_the_literal_characters_around_the_value(string host, string value, bool isTemplateWrong = false)
    {
        if (isTemplateWrong)
        {
            Given.Unreadable("https://" + host);
        }
        else
        {
            Given.Refused(Given.Url("https://" + host), value);
        }
    }

    [Test]
    public void Literal_characters_count_towards_the_length_of_the_label()
    {
        var template = Given.Url("https://eu-{tenant}-1.example.com/");

        Assert.That(template.GetUri([new string('a', 58)]).Host, Is.EqualTo($"eu-{new string('a', 58)}-1.example.com"));
        Given.Refused(template, new string('a', 59));
    }

    [Test]
    public void A_hyphen_at_the_end_of_a_value_may_stand_within_a_label() =>
        Assert.That(Given.Url("https://{tenant}eu.example.com/").Expand(["acme-"]), Is.EqualTo("https://acme-eu.example.com/"));
}
