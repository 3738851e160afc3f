using AuthProfiles.Connections;

namespace AuthProfiles.Tests.Connections;

/// <summary>A field's pattern holds for the whole value, in no culture, and in linear time.</summary>
public sealed class FieldPatternTests
{
    [TestCase("[0-9]{6}", "123456", true)]
    [TestCase("[0-9]{6}", "1234567", false)]
    [TestCase("[0-9]{6}", "x123456", false)]
    [TestCase("[0-9]{6}", "123456\n", false)]
    [TestCase("a|b", "b", true)]
    [TestCase("a|b", "ax", false)]
    [TestCase("a|b", "xb", false)]
    public void It_holds_for_the_whole_value(string pattern, string value, bool fits) => Assert.That(FieldPattern.Fits(pattern, value), Is.EqualTo(fits));

    [TestCase("[0-9]{6}", true)]
    [TestCase("", true)]
    [TestCase("[", false)]
    [TestCase("a)(b", false)]
    [TestCase("a)", false)]
    [TestCase("(?=a)a", false)]
    [TestCase("(?x)a #", false)]
    [TestCase(@"(a)\1", false)]
    public void What_can_not_be_read_or_can_be_slow_is_none(string pattern, bool isValid) => Assert.That(FieldPattern.IsValid(pattern), Is.EqualTo(isValid));
}
