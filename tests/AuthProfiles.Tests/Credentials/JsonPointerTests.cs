using AuthProfiles.Credentials;

namespace AuthProfiles.Tests.Credentials;

public sealed class JsonPointerTests
{
    [TestCase("/a", "a")]
    [TestCase("/a/b", "a", "b")]
    [TestCase("/", "")]
    [TestCase("/a~1b/c~0d", "a/b", "c~d")]
    [TestCase("/~01", "~1")]
    [TestCase("/~10", "/0")]
    public void It_names_the_members_on_the_way(string path, params string[] names)
    {
        Assert.That(JsonPointer.Fault(path), Is.Null);
        Assert.That(JsonPointer.Segments(path), Is.EqualTo(names));
    }

    [TestCase("", "begins with '/'")]
    [TestCase("a/b", "begins with '/'")]
    [TestCase("/~", "neither ~0 nor ~1")]
    [TestCase("/a~2", "neither ~0 nor ~1")]
    [TestCase("/~0~", "neither ~0 nor ~1")]
    [TestCase("/~~0", "neither ~0 nor ~1")]
    public void What_is_none_is_told(string path, string fault) =>
        Assert.That(JsonPointer.Fault(path), Does.Contain(fault));
}
