using AuthProfiles.Injection;

namespace AuthProfiles.Tests.Injection;

internal sealed class QueryStringInjectorTests
{
    private const string Host = "https://api.example.com";

    [TestCase("/", "/?k=v")]
    [TestCase("", "/?k=v")]
    [TestCase("?", "/?k=v")]
    [TestCase("/?", "/?k=v")]
    [TestCase("/?&", "/?&k=v")]
    [TestCase("/?a", "/?a&k=v")]
    [TestCase("/?a=1&", "/?a=1&k=v")]
    [TestCase("/?a=1&&b=2", "/?a=1&&b=2&k=v")]
    [TestCase("/?=1&=&a==", "/?=1&=&a==&k=v")]
    [TestCase("/?b=2&a=1&b=3", "/?b=2&a=1&b=3&k=v")]
    [TestCase("/?a=%2f%2F%C3%BC+%20&c=%zz", "/?a=%2f%2F%C3%BC+%20&c=%25zz&k=v", Description = "Uri itself encodes the percent sign that encodes nothing")]
    [TestCase("/?$format=json&$filter=a%20eq%20'b'", "/?$format=json&$filter=a%20eq%20'b'&k=v")]
    [TestCase("/?K=1&kk=2&ak=3&k1=4", "/?K=1&kk=2&ak=3&k1=4&k=v", Description = "names compare in their case and as a whole")]
    [TestCase("/?a=k=1", "/?a=k=1&k=v")]
    [TestCase("/?a=?&b=/", "/?a=?&b=/&k=v")]
    [TestCase("/?a;k=1", "/?a;k=1&k=v")]
    [TestCase("/#f", "/?k=v#f")]
    [TestCase("/?#f", "/?k=v#f")]
    [TestCase("/?a=1#f?k=x&k=y", "/?a=1&k=v#f?k=x&k=y")]
    [TestCase("/#", "/?k=v#")]
    [TestCase("/a%2Fb/..%2f/c;d=1/%252e?x", "/a%2Fb/..%2f/c;d=1/%252e?x&k=v")]
    [TestCase("/ä?ö=ü", "/%C3%A4?%C3%B6=%C3%BC&k=v")]
    public void It_is_appended_and_the_rest_stays(string address, string expected) =>
        Assert.That(Injected(Host + address, "k", "v"), Is.EqualTo(Host + expected));

    [TestCase("k", "a b", "k=a%20b")]
    [TestCase("k", "a+b", "k=a%2Bb")]
    [TestCase("k", "a&b=c#d?e", "k=a%26b%3Dc%23d%3Fe")]
    [TestCase("k", "%41", "k=%2541")]
    [TestCase("k", "", "k=")]
    [TestCase("k", "../..", "k=..%2F..")]
    [TestCase("k", "ü€😀", "k=%C3%BC%E2%82%AC%F0%9F%98%80")]
    [TestCase("k", "\r\n\0\t", "k=%0D%0A%00%09")]
    [TestCase("k", "\u202Eevil", "k=%E2%80%AEevil")]
    [TestCase("k", "\"<>\\^`{|}", "k=%22%3C%3E%5C%5E%60%7B%7C%7D")]
    [TestCase("k", "!*'()", "k=%21%2A%27%28%29")]
    [TestCase("a b&c=", "v", "a%20b%26c%3D=v")]
    [TestCase("#ü", "v", "%23%C3%BC=v")]
    [TestCase("filter[key]", "v", "filter%5Bkey%5D=v")]
    [TestCase("=k", "v", "%3Dk=v")]
    public void Key_and_value_are_encoded_once_and_nothing_leaves_the_query(string key, string value, string pair)
    {
        foreach (var host in new[] { Host, "https://bücher.example" })
        {
            Assert.That(Injected(host + "/p?a=1#f", key, value), Is.EqualTo($"{host}/p?a=1&{pair}#f"));
        }
    }

    [TestCase("k=w")]
    [TestCase("k=")]
    [TestCase("k")]
    [TestCase("a=1&k=w")]
    [TestCase("%6b=w")]
    [TestCase("%6B=w&b=2")]
    [TestCase("k=v&k=v", Description = "two are never one")]
    [TestCase("k=v&k=w")]
    [TestCase("k=w&k=v")]
    [TestCase("k=v%20")]
    [TestCase("k=V")]
    public async Task Another_value_is_refused(string query) =>
        Assert.That((await Sent.RefusalAsync(Sent.Get($"{Host}/?{query}"), CredentialField.QueryString("k", "v"))).Message, Does.Contain("QueryString 'k'"));

    [TestCase("k=v")]
    [TestCase("%6b=%76")]
    [TestCase("a=1&%6B=v&b=2")]
    public void An_equal_value_is_left_however_it_is_encoded(string query) =>
        Assert.That(Injected($"{Host}/?{query}", "k", "v"), Is.EqualTo(new Uri($"{Host}/?{query}").AbsoluteUri));

    [TestCase("k=w", "k=v")]
    [TestCase("k", "k=v")]
    [TestCase("a=%2f&k=w&b=+", "a=%2f&k=v&b=+")]
    [TestCase("k=1&k=2&k=3", "k=v")]
    [TestCase("k=1&a=1&%6b=2&b=2&k=3", "k=v&a=1&b=2")]
    [TestCase("a&&k=1&&k=2&&b", "a&&k=v&&&b")]
    [TestCase("k=1&k=2#f", "k=v#f")]
    public void Replacing_leaves_one_in_the_first_ones_place(string query, string expected) =>
        Assert.That(Injected($"{Host}/p?{query}", "k", "v", ConflictRule.Replace), Is.EqualTo($"{Host}/p?{expected}"));

    [Test]
    public void A_value_that_is_longer_than_the_address_takes_the_place_of_one() =>
        Assert.That(Injected(Host + "/?k=1", "k", new string('v', 1_000), ConflictRule.Replace), Is.EqualTo($"{Host}/?k={new string('v', 1_000)}"));

    [TestCase("/?k", "k", "k", Description = "a name alone has no value")]
    [TestCase("/?k&a=1", "k", "k")]
    public async Task A_name_is_not_its_own_value(string address, string key, string value) =>
        Assert.That((await Sent.RefusalAsync(Sent.Get(Host + address), CredentialField.QueryString(key, value))).Message, Does.Contain("another value"));

    [Test]
    public void A_pair_without_a_name_is_no_name() =>
        Assert.That(Injected(Host + "/?=k", "=k", "v"), Is.EqualTo(Host + "/?=k&%3Dk=v"));

    [Test]
    public void Keeping_changes_nothing() =>
        Assert.That(Injected($"{Host}/p?k=1&k=2", "k", "v", ConflictRule.Keep), Is.EqualTo($"{Host}/p?k=1&k=2"));

    [TestCase("https://user:pass@api.example.com:8443/p", "https://user:pass@api.example.com:8443/p?k=v")]
    [TestCase("http://127.0.0.1:81/p", "http://127.0.0.1:81/p?k=v")]
    [TestCase("http://[::1]:81", "http://[::1]:81/?k=v")]
    [TestCase("https://bücher.example/p", "https://bücher.example/p?k=v")]
    [TestCase("https://api.example.com./p", "https://api.example.com./p?k=v")]
    [TestCase("HTTPS://API.Example.com:443/P", "https://api.example.com/P?k=v")]
    [TestCase("https://api.example.com/a\\b", "https://api.example.com/a/b?k=v")]
    [TestCase("  https://api.example.com/a?b  ", "https://api.example.com/a?b&k=v")]
    public void The_host_and_the_port_stay(string address, string expected)
    {
        using var request = Sent.Get(address);
        var (host, port) = (request.RequestUri!.IdnHost, request.RequestUri.Port);
        Injector.Inject(new([CredentialField.QueryString("k", "v")]), request, Sent.Rules);
        Assert.That(request.RequestUri.AbsoluteUri, Is.EqualTo(expected));
        Assert.That((request.RequestUri.IdnHost, request.RequestUri.Port), Is.EqualTo((host, port)));
    }

    [TestCase("/a/../b/./c", "/a/../b/./c?k=v")]
    [TestCase("/a/%2e%2e/b?x y=\"", "/a/%2e%2e/b?x y=\"&k=v")]
    [TestCase("/a?b#c", "/a?b#c&k=v")]
    [TestCase("/a#b", "/a#b?k=v")]
    [TestCase("?a=/b", "?a=/b&k=v")]
    [TestCase("?a", "?a&k=v")]
    public void An_address_that_is_not_canonical_on_purpose_stays_so(string path, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Host + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        var before = RequestSnapshot.Of(request);
        var injection = Injector.Inject(new([CredentialField.QueryString("k", "v")]), request, Sent.Rules);
        Assert.That(request.RequestUri!.PathAndQuery, Is.EqualTo(expected));
        injection.Restore();
        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(before));
    }

    [TestCase("/relative")]
    [TestCase(null)]
    public async Task A_request_without_an_absolute_address_is_refused(string? address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address is null ? null : new Uri(address, UriKind.Relative));
        foreach (var field in new[] { CredentialField.QueryString("k", "v"), CredentialField.PathParam("k", "v") })
        {
            var refusal = await Assert.ThrowsAsync<AuthorizationException>(async () => await Injector.InjectAsync(new([field]), request, Sent.Rules, CancellationToken.None));
            Assert.That(refusal!.Kind, Is.EqualTo(AuthorizationErrorKind.InjectionRefused));
        }
    }

    [Test]
    public void Several_parameters_come_in_their_order()
    {
        using var request = Sent.Get(Host + "/?a=1#f");
        Injector.Inject(new([CredentialField.QueryString("k", "v"), CredentialField.QueryString("l", "w")]), request, Sent.Rules);
        Assert.That(request.RequestUri!.AbsoluteUri, Is.EqualTo(Host + "/?a=1&k=v&l=w#f"));
    }

    private static string Injected(string address, string key, string value, ConflictRule conflict = ConflictRule.Refuse)
    {
        using var request = Sent.Get(address);
        var injection = Injector.Inject(new([CredentialField.QueryString(key, value)]), request, Sent.Rules with { Conflict = conflict });
        var injected = request.RequestUri!.AbsoluteUri;
        injection.Restore();
        Assert.That(request.RequestUri.OriginalString, Is.EqualTo(address));
        return injected;
    }
}
