namespace AuthProfiles.Zendesk.Tests.Tickets;

[TestFixture]
public sealed class CustomFieldValueTests
{
    [Test]
    public void A_value_is_one_of_its_types_only()
    {
        CustomFieldValue text = "x", number = 4, truth = true, texts = CustomFieldValue.FromStrings("a", "b"), none = default;

        Assert.That((text.Text, text.Number, text.Boolean, text.Texts, text.IsNull), Is.EqualTo(("x", (decimal?)null, (bool?)null, (IReadOnlyList<string>?)null, false)));
        Assert.That((number.Number, number.Text), Is.EqualTo((4m, (string?)null)));
        Assert.That((truth.Boolean, truth.Text), Is.EqualTo((true, (string?)null)));
        Assert.That(texts.Texts, Is.EqualTo(new[] { "a", "b" }));
        Assert.That(none.IsNull, Is.True);
        Assert.That(string.Join('|', text, number, truth, texts, none), Is.EqualTo("x|4|True|a,b|"));
    }

    [Test]
    public void Values_are_compared_by_content()
    {
        CustomFieldValue one = CustomFieldValue.FromStrings("a", "b"), other = CustomFieldValue.FromStrings(new List<string> { "a", "b" });

        Assert.That(one, Is.EqualTo(other));
        Assert.That(one.GetHashCode(), Is.EqualTo(other.GetHashCode()));
        Assert.That(CustomFieldValue.FromStrings("a"), Is.Not.EqualTo(CustomFieldValue.FromString("a")));
        Assert.That(CustomFieldValue.FromDecimal(1) == CustomFieldValue.FromDecimal(1.0m), Is.True);
        Assert.That(CustomFieldValue.FromBoolean(true) != default, Is.True);
    }

    [Test]
    public void Several_texts_are_a_copy()
    {
        var texts = new[] { "a" };
        var value = CustomFieldValue.FromStrings(texts);
        texts[0] = "b";

        Assert.That(value.Texts, Is.EqualTo(new[] { "a" }));
    }
}
