using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

[Category("I4")]
public sealed class LoopbackTests
{
    [TestCase("localhost")]
    [TestCase("::1")]
    [TestCase("127.0.0.1")]
    [TestCase("127.0.0.0")]
    [TestCase("127.255.255.255")]
    [TestCase("127.10.99.100")]
    public void This_machine_is_loopback(string host) => Assert.That(Loopback.Contains(host), Is.True);

    [TestCase("")]
    [TestCase("loopback")]
    [TestCase("Localhost")]
    [TestCase("localhost.")]
    [TestCase("localhost.evil.com")]
    [TestCase("127")]
    [TestCase("127.")]
    [TestCase("127.1")]
    [TestCase("127.0.1")]
    [TestCase("127.0.0.")]
    [TestCase("127..0.1")]
    [TestCase("127.0.0.1.")]
    [TestCase("127.0.0.1.2")]
    [TestCase("127.0.0.256")]
    [TestCase("127.0.0.01")]
    [TestCase("127.00.0.1")]
    [TestCase("127.0.0.0x1")]
    [TestCase("127.0.0.1a")]
    [TestCase("127.0.0.-1")]
    [TestCase("127.0.0.1000")]
    [TestCase("0127.0.0.1")]
    [TestCase("1127.0.0.1")]
    [TestCase("128.0.0.1")]
    [TestCase("0.0.0.0")]
    [TestCase("::")]
    [TestCase("[::1]")]
    [TestCase("::ffff:127.0.0.1")]
    [TestCase("127.0.0.\u0661")]
    public void Nothing_else_is(string host) => Assert.That(Loopback.Contains(host), Is.False);
}
