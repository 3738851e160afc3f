using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

[Category("I4")]
public sealed class OriginTests
{
    [TestCase("https://acme.example/", "https://acme.example/x?y#z")]
    [TestCase("https://acme.example", "HTTPS://ACME.EXAMPLE:443/x")]
    [TestCase("https://acme.example", "https://user:pass@acme.example/")]
    [TestCase("http://127.0.0.1:5080", "http://127.0.0.1:5080/x")]
    [TestCase("http://[::1]:5080", "http://[0:0:0:0:0:0:0:1]:5080/x")]
    [TestCase("https://bücher.example", "https://xn--bcher-kva.example/")]
    public void An_address_of_the_same_origin_matches(string left, string right)
    {
        var origin = Of(left);

        Assert.That(origin.Matches(new Uri(right)), Is.True);
        Assert.That(origin, Is.EqualTo(Of(right)));
        Assert.That(origin.GetHashCode(), Is.EqualTo(Of(right).GetHashCode()));
    }

    [TestCase("https://acme.example", "http://acme.example/")]
    [TestCase("https://acme.example", "http://acme.example:443/")]
    [TestCase("https://acme.example", "https://acme.example:8443/")]
    [TestCase("https://acme.example", "https://acme.example./")]
    [TestCase("https://acme.example", "https://www.acme.example/")]
    [TestCase("https://acme.example", "https://acme.example.evil.com/")]
    [TestCase("https://acme.example", "https://acme.example@evil.com/")]
    [TestCase("https://acme.example", "https://evil.com/acme.example")]
    [TestCase("http://localhost", "http://127.0.0.1/")]
    [TestCase("https://acme.example", "wss://acme.example/")]
    public void An_address_of_another_origin_does_not_match(string left, string right)
    {
        Assert.That(Of(left).Matches(new Uri(right)), Is.False);
        Assert.That(Origin.TryCreate(new Uri(right), out var other) && other == Of(left), Is.False);
    }

    [Test]
    public void A_relative_address_and_other_schemes_have_no_origin()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Origin.TryCreate(null, out _), Is.False);
            Assert.That(Origin.TryCreate(new Uri("/x", UriKind.Relative), out _), Is.False);
            Assert.That(Origin.TryCreate(new Uri("file:///etc/passwd"), out _), Is.False);
            Assert.That(Origin.TryCreate(new Uri("ftp://acme.example/"), out _), Is.False);
            Assert.That(Origin.TryCreate(new Uri("mailto:a@b.example"), out _), Is.False);
            Assert.That(Of("https://acme.example").Matches(new Uri("/x", UriKind.Relative)), Is.False);
        });
    }

    [TestCase("https://acme.example", false, true)]
    [TestCase("http://acme.example", false, false)]
    [TestCase("http://localhost:5080", true, true)]
    [TestCase("http://LOCALHOST", true, true)]
    [TestCase("http://127.0.0.1", true, true)]
    [TestCase("http://127.1", true, true)]
    [TestCase("http://127.200.3.4", true, true)]
    [TestCase("http://[::1]", true, true)]
    [TestCase("https://[::1]", true, true)]
    [TestCase("http://localhost.", false, false)]
    [TestCase("http://localhost.localdomain", false, false)]
    [TestCase("http://app.localhost", false, false)]
    [TestCase("http://[::ffff:127.0.0.1]", false, false)]
    [TestCase("http://0.0.0.0", false, false)]
    [TestCase("http://128.0.0.1", false, false)]
    [TestCase("http://127.0.0.1.evil.com", false, false)]
    [TestCase("http://[::]", false, false)]
    public void Http_is_secure_to_literal_loopback_only(string address, bool isLoopback, bool isSecure)
    {
        var origin = Of(address);

        Assert.That((origin.IsLoopback, origin.IsSecure), Is.EqualTo((isLoopback, isSecure)));
    }

    // Uri itself writes 'localhost' for it.
    [TestCase("http://loopback:5080/")]
    [TestCase("http://LOOPBACK:5080/x")]
    [TestCase("http://localhost@loopback:5080/")]
    public void The_name_loopback_is_no_origin_and_matches_none(string address)
    {
        Assert.That(new Uri(address).Host, Is.EqualTo("localhost"), "why it needs a look of its own");
        Assert.That(Origin.TryCreate(new Uri(address), out _), Is.False);
        Assert.That(Of("http://localhost:5080").Matches(new Uri(address)), Is.False);
    }

    [TestCase("http://localhost:5080")]
    [TestCase("http://LocalHost:5080/?x=@loopback")]
    [TestCase("http://user:pass@localhost:5080/x")]
    public void The_name_localhost_matches_however_it_is_written(string address) =>
        Assert.That(Of("http://localhost:5080").Matches(new Uri(address)), Is.True);

    [Test]
    public void A_joined_address_matches_its_base() =>
        Assert.That(Of("http://localhost:5080").Matches(new Uri(new Uri("http://localhost:5080/api/"), "x")), Is.True);

    [TestCase("https://acme.example")]
    [TestCase("http://localhost:5080")]
    [TestCase("http://[::1]:5080")]
    public void Matching_allocates_nothing(string address)
    {
        var origin = Of(address);
        var uri = new Uri(address + "/x?y=z");
        var matches = origin.Matches(uri);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            matches &= origin.Matches(uri);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(matches, Is.True);
        Assert.That(allocated, Is.Zero);
    }

    [TestCase("https://acme.example/x", "https://acme.example")]
    [TestCase("https://acme.example:8443/x", "https://acme.example:8443")]
    [TestCase("https://acme.example:80/x", "https://acme.example:80")]
    [TestCase("http://localhost/x", "http://localhost")]
    [TestCase("http://[::1]:5080/x", "http://[::1]:5080")]
    public void It_prints_as_an_address(string address, string expected) => Assert.That(Of(address).ToString(), Is.EqualTo(expected));

    private static Origin Of(string address) => Origin.TryCreate(new Uri(address), out var origin) ? origin : throw new ArgumentException("It has no origin.", nameof(address));
}
