namespace AuthProfiles.Conventions.Tests;

/// <summary>What counts as a test of an item, and what does not.</summary>
public sealed class RfcItemsTests
{
    // In two halves: this source is read too.
    private const string Id = "_67" + "49_01_";

    [TestCase("    [Test]\n    public void " + Id + "One() =>", ExpectedResult = "6749-01")]
    [TestCase("    [Test]\n    [CancelAfter(1)]\n    public async Task A" + Id + "One(CancellationToken token)", ExpectedResult = "6749-01")]
    [TestCase("    [TestCase(\"{;}\")]\n    public async Task<int> " + Id + "and_68" + "19_22(int a)", ExpectedResult = "6749-01,6819-22")]
    [TestCase("    [Ignore(\"no\"), Test]\n    public void " + Id + "One()", ExpectedResult = "6749-01")]
    [TestCase("    public static object " + Id + "Cases()", ExpectedResult = "")]
    [TestCase("    [Test]\n    public void Other()\n    {\n    }\n\n    public void " + Id + "Helper()", ExpectedResult = "")]
    [TestCase("    [Test]\n    public void Of_167" + "49_01_times()", ExpectedResult = "")]
    [TestCase("    [Category(\"67" + "49-01\")]", ExpectedResult = "6749-01")]
    [TestCase("    [Property(\"Rfc\", \"67" + "49-01\")]", ExpectedResult = "6749-01")]
    [TestCase("    // see 67" + "49-01", ExpectedResult = "")]
    public string Of_a_source(string source) => string.Join(',', RfcItems.InTests(source));

    [Test]
    public void A_list_has_texts_and_no_id_twice()
    {
        Assert.That(RfcItems.ReadList(["A title", "1234-01 What it asks", string.Empty]), Is.EquivalentTo(new Dictionary<string, string> { ["1234-01"] = "What it asks" }));
        Assert.That(() => RfcItems.ReadList(["1234-01 a", "1234-01 b"]), Throws.InvalidOperationException);
    }
}
