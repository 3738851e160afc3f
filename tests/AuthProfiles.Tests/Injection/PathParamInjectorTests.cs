using AuthProfiles.Injection;

namespace AuthProfiles.Tests.Injection;

internal sealed class PathParamInjectorTests
{
    private const string Host = "https://api.example.com";

    [TestCase("/{key}", "/v")]
    [TestCase("/{key}/", "/v/")]
    [TestCase("/bot{key}/send", "/botv/send")]
    [TestCase("/a/%7Bkey%7D/b", "/a/v/b")]
    [TestCase("/a/%7bkey%7d/b", "/a/v/b")]
    [TestCase("/a/{key%7D/b", "/a/v/b")]
    [TestCase("/{key}?q={key}#{key}", "/v?q=%7Bkey%7D#%7Bkey%7D")]
    [TestCase("/key/{key}/key", "/key/v/key")]
    [TestCase("/{key}/{keys}/{akey}/{Key}", "/v/%7Bkeys%7D/%7Bakey%7D/%7BKey%7D")]
    [TestCase("/{{key}}", "/%7Bv%7D")]
    [TestCase("/a%2Fb/%252e%252e/;x=1/{key}/c%5Cd", "/a%2Fb/%252e%252e/;x=1/v/c%5Cd")]
    [TestCase("//{key}//", "//v//")]
    [TestCase("/{key", null)]
    [TestCase("/key}", null)]
    [TestCase("/key", null)]
    [TestCase("", null)]
    [TestCase("/?{key}", null)]
    [TestCase("/#{key}", null)]
    [TestCase("/{Key}", null)]
    [TestCase("/%257Bkey%257D", null)]
    [TestCase("/{key}/{key}", null)]
    [TestCase("/{key}{key}", null)]
    [TestCase("/{key}/%7bkey%7d", null)]
    public async Task The_placeholder_must_be_in_the_path_exactly_once(string path, string? expected)
    {
        if (expected is null)
        {
            Assert.That((await Sent.RefusalAsync(Sent.Get(Host + path), CredentialField.PathParam("key", "v"))).Message, Does.Contain("PathParam 'key'"));
            return;
        }

        Assert.That(Injected(path, "v"), Is.EqualTo(Host + expected));
    }

    [TestCase("a/b", "a%2Fb")]
    [TestCase("../x", "..%2Fx")]
    [TestCase("..\\x", "..%5Cx")]
    [TestCase("...", "...")]
    [TestCase("%2e%2e", "%252e%252e")]
    [TestCase("%2f", "%252f")]
    [TestCase("a;b", "a%3Bb")]
    [TestCase("a?b#c", "a%3Fb%23c")]
    [TestCase("a b+c", "a%20b%2Bc")]
    [TestCase("123:ABC@d", "123%3AABC%40d")]
    [TestCase("ü😀", "%C3%BC%F0%9F%98%80")]
    [TestCase("\r\n\0", "%0D%0A%00")]
    [TestCase("{key}", "%7Bkey%7D")]
    [TestCase("//evil.example", "%2F%2Fevil.example")]
    public void A_value_stays_within_its_segment(string value, string expected)
    {
        Assert.That(Injected("/a/{key}/b", value), Is.EqualTo($"{Host}/a/{expected}/b"));
        Assert.That(new Uri(Injected("/a/{key}/b", value)).Segments, Has.Length.EqualTo(4));
    }

    [TestCase(".")]
    [TestCase("..")]
    [TestCase("")]
    public void A_dot_segment_is_no_value(string value) =>
        Assert.That(() => CredentialField.PathParam("key", value), Throws.ArgumentException);

    [Test]
    public void A_value_that_looks_like_a_placeholder_is_never_filled()
    {
        using var request = Sent.Get(Host + "/{a}/{b}");
        var credential = new Credential([CredentialField.PathParam("a", "{b}"), CredentialField.PathParam("b", "{a}")]);
        Injector.Inject(credential, request, Sent.Rules);
        Injector.Inject(credential, request, Sent.Rules);
        Assert.That(request.RequestUri!.AbsolutePath, Is.EqualTo("/%7Bb%7D/%7Ba%7D"));
    }

    [Test]
    public void Filling_in_any_order_keeps_apart_what_is_filled_and_what_is_not()
    {
        using var request = Sent.Get(Host + "/{a}/{b}/{c}");
        Injector.Inject(
            new([CredentialField.PathParam("c", "{a}-{b}-long"), CredentialField.QueryString("q", "{a}"), CredentialField.PathParam("a", "{c}"), CredentialField.PathParam("b", "2")]), request, Sent.Rules);
        Assert.That(request.RequestUri!.PathAndQuery, Is.EqualTo("/%7Bc%7D/2/%7Ba%7D-%7Bb%7D-long?q=%7Ba%7D"));
    }

    [TestCase("/{c}/{a}/{b}", "{b}", "x", "/%7Bb%7D/x/2", Description = "shorter behind a value that looks like a placeholder")]
    [TestCase("/{a}/{b}/{c}", "{b}", "x", "/x/2/%7Bb%7D", Description = "shorter before it")]
    [TestCase("/{a}/{b}/{c}", "{b}", "long-long-long-long", "/long-long-long-long/2/%7Bb%7D", Description = "longer before it")]
    [TestCase("/{c}/{a}/{b}", "{b}", "long-long-long-long", "/%7Bb%7D/long-long-long-long/2", Description = "longer behind it")]
    [TestCase("/{c}{b}", "x", null, "/x2", Description = "right behind it")]
    [TestCase("/{b}{c}", "x", null, "/2x", Description = "right before it")]
    [TestCase("/{{c}}/{b}", "b", null, "/%7Bb%7D/2", Description = "the caller's braces around it")]
    [TestCase("/{c}b}/{b}", "x{", null, "/x%7Bb%7D/2", Description = "its own brace before what the caller wrote")]
    [TestCase("/{b{c}/{b}", "}x", null, "/%7Bb%7Dx/2", Description = "its own brace behind what the caller wrote")]
    public void A_value_is_no_part_of_a_placeholder_wherever_it_moves(string path, string c, string? a, string expected)
    {
        using var request = Sent.Get(Host + path);
        var fields = new List<CredentialField> { CredentialField.PathParam("c", c), CredentialField.PathParam("b", "2") };
        if (a is not null)
        {
            fields.Insert(1, CredentialField.PathParam("a", a));
        }

        Injector.Inject(new(fields), request, Sent.Rules);

        Assert.That(request.RequestUri!.AbsolutePath, Is.EqualTo(expected));
    }

    [Test]
    public void Another_credential_on_a_filled_path_is_refused()
    {
        using var request = Sent.Get(Host + "/{key}");
        Injector.Inject(new([CredentialField.PathParam("key", "one")]), request, Sent.Rules);
        Assert.That(() => Injector.Inject(new([CredentialField.PathParam("key", "two")]), request, Sent.Rules), Throws.TypeOf<AuthorizationException>());
    }

    [Test]
    public void A_value_that_happens_to_be_in_the_path_is_no_credential()
    {
        using var request = Sent.Get(Host + "/v/v1/v");
        Assert.That(() => Injector.Inject(new([CredentialField.PathParam("key", "v")]), request, Sent.Rules), Throws.TypeOf<AuthorizationException>());
    }

    [Test]
    public void An_address_that_is_not_canonical_on_purpose_stays_so()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Host + "/a/../{key}/%2e?x y", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        Injector.Inject(new([CredentialField.PathParam("key", "a/b")]), request, Sent.Rules);
        Assert.That(request.RequestUri!.PathAndQuery, Is.EqualTo("/a/../a%2Fb/%2e?x y"));
    }

    [TestCase("")]
    [TestCase("?{key}")]
    [TestCase("?a=/{key}")]
    public void An_address_without_a_path_has_no_placeholder(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Host + query, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        Assert.That(() => Injector.Inject(new([CredentialField.PathParam("key", "v")]), request, Sent.Rules), Throws.TypeOf<AuthorizationException>().With.Message.Contains("no such placeholder"));
    }

    private static string Injected(string path, string value)
    {
        using var request = Sent.Get(Host + path);
        var injection = Injector.Inject(new([CredentialField.PathParam("key", value)]), request, Sent.Rules);
        var injected = request.RequestUri!.AbsoluteUri;
        injection.Restore();
        Assert.That(request.RequestUri.OriginalString, Is.EqualTo(Host + path));
        return injected;
    }
}
