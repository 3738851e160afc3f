namespace AuthProfiles.Zendesk.Tests;

[TestFixture]
public sealed class ZendeskSubdomainTests
{
    private static readonly string Label63 = new('a', 63);

    private static readonly string?[] Hostile =
    [
        null, "", " ", " acme", "acme ", "acme\t", "acme\r\n", "acme\0", "ac me", "ac_me", "-acme", "acme-", "-", "xn--acme", "XN--acme", "ab--c",
        new string('a', 64), "acmé", "аcme", "acme。zendesk。com", "ac\u200Bme", "\u202Eacme", "ａｃｍｅ", "ßacme", "ac%2eme", "acme%00", "a.b", "acme.", ".acme", ".zendesk.com", "zendesk.com",
        "a.b.zendesk.com", "acme..zendesk.com", "acme.zendesk.com.", "acme.zendesk.com:443", "acme.zendesk.com/", "acme.zendesk.com/agent", "acme.zendesk.com.evil.example",
        "evil.example/acme.zendesk.com", "evil.example#.zendesk.com", "evil.example?.zendesk.com", "evil.example/.zendesk.com", @"evil.example\.zendesk.com", "user@acme.zendesk.com", "user:pw@acme",
        "//acme.zendesk.com/", "http://acme.zendesk.com/", "ftp://acme.zendesk.com/", "javascript:alert(1)", "https:acme.zendesk.com", "https:/acme.zendesk.com", "https:///acme.zendesk.com/",
        "https://acme/", "https://acme", "https://", "https:///", "https://.zendesk.com/", "https://zendesk.com/", "https://acme.zendesk.com:443/", "https://acme.zendesk.com:8443/",
        "https://user@acme.zendesk.com/", "https://acme.zendesk.com@evil.example/", "https://evil.example/acme.zendesk.com", "https://evil.example/.zendesk.com/", "https://evil.example#.zendesk.com/",
        "https://evil.example?.zendesk.com", @"https://evil.example\.zendesk.com/", @"https://acme.zendesk.com\@evil.example/", "https://acme.zendesk.com?x=1", "https://acme.zendesk.com#x",
        "https://acme.zendesk.com.evil.example/", "https://a.b.zendesk.com/", "https://acme.zendesk.com./", "https://acme.zendesk.com/\r\nHost: evil.example", "https://acme.zendesk.com/a b", @"https://acme.zendesk.com/\evil",
        "https://[::1]/", "https://127.0.0.1/", "127.0.0.1", "[::1]", "https://https://acme.zendesk.com/", "{tenant}", "{{subdomain}}", "acme,globex", "acme;globex", "acme/../globex", "acme%2Fglobex", "*",
    ];

    [TestCase("acme", "acme")]
    [TestCase("a", "a")]
    [TestCase("Acme-Help", "acme-help")]
    [TestCase("4711", "4711")]
    [TestCase("acme.zendesk.com", "acme")]
    [TestCase("ACME.Zendesk.COM", "acme")]
    [TestCase("https://acme.zendesk.com", "acme")]
    [TestCase("https://acme.zendesk.com/", "acme")]
    [TestCase("HTTPS://Acme.ZENDESK.com/agent/dashboard?x=1#y", "acme")]
    [TestCase("https://acme.zendesk.com//agent", "acme")]
    public void What_people_copy_becomes_the_subdomain(string text, string subdomain) =>
        Assert.That(ZendeskSubdomain.Parse(text), Is.EqualTo(subdomain));

    [Test]
    public void A_label_of_63_characters_is_the_longest() => Assert.That(ZendeskSubdomain.Parse(Label63), Is.EqualTo(Label63));

    [TestCaseSource(nameof(Hostile))]
    public void Anything_else_is_refused_without_repeating_it(string? text)
    {
        var exception = Assert.Catch<FormatException>(() => ZendeskSubdomain.Parse(text))!;

        Assert.That(ZendeskSubdomain.TryParse(text, out _), Is.False);
        if (text is { Length: > 6 } && !"https://acme.zendesk.com/".Contains(text, StringComparison.OrdinalIgnoreCase))
        {
            Assert.That(exception.Message, Does.Not.Contain(text));
        }
    }
}
