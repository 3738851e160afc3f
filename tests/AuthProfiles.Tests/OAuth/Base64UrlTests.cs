using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

public sealed class Base64UrlTests
{
    [TestCase("", new byte[0])]
    [TestCase("-_8", new byte[] { 251, 255 })]
    [TestCase("AA", new byte[] { 0 })]
    [TestCase("AAEC", new byte[] { 0, 1, 2 })]
    public void It_is_written_without_padding_and_read_back(string text, byte[] bytes)
    {
        Assert.That(Base64Url.Encode(bytes), Is.EqualTo(text));
        Assert.That(Base64Url.Decode(text), Is.EqualTo(bytes));
    }

    [TestCase("+_8")]
    [TestCase("-/8")]
    [TestCase("-_8=")]
    [TestCase("AA EC")]
    [TestCase("AAEC\n")]
    [TestCase("AAEC\t")]
    [TestCase("AAEC\r")]
    [TestCase("A")]
    [TestCase("AA.C")]
    public void Nothing_else_is_read(string text) => Assert.That(Base64Url.Decode(text), Is.Null);
}
