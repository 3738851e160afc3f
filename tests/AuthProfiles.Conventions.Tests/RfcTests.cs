namespace AuthProfiles.Conventions.Tests;

/// <summary>Every item of <c>tests/rfc/checklist.txt</c> has a test that is shown to fail, or stands in <c>deferred.txt</c> with a reason.</summary>
public sealed class RfcTests
{
    private static readonly IReadOnlyDictionary<string, string> Checklist = RfcItems.List("checklist.txt");
    private static readonly IReadOnlyDictionary<string, string> Deferred = RfcItems.List("deferred.txt");
    private static readonly ILookup<string, string> Tested = RfcItems.Tested();
    private static readonly HashSet<string> Mutated = RfcItems.Mutated().ToHashSet(StringComparer.Ordinal);

    [Test]
    public void The_checklist_has_91_items() => Assert.That(Checklist, Has.Count.EqualTo(91));

    [Test]
    public void Every_item_has_a_title_or_a_reason() =>
        Conventions.Hold(
            Checklist.Concat(Deferred).Where(static item => item.Value.Length < 10).Select(static item => item.Key),
            "A line of the checklist says what is asked, a line of deferred.txt why there is no test:");

    [Test]
    public void Every_item_has_a_test_or_a_deferral() =>
        Conventions.Hold(
            from item in Checklist
            where !Tested.Contains(item.Key) && !Deferred.ContainsKey(item.Key)
            select $"{item.Key} {item.Value}",
            "Test it (the id at the start of the method's name: _6749_01_…) or write the reason into tests/rfc/deferred.txt:");

    [Test]
    public void No_item_has_both() =>
        Conventions.Hold(
            from id in Deferred.Keys
            where Tested.Contains(id)
            select $"{id} {string.Join(", ", Tested[id].Distinct(StringComparer.Ordinal))}",
            "It has a test: take it out of tests/rfc/deferred.txt:");

    [Test]
    public void No_id_is_made_up() =>
        Conventions.Hold(
            Deferred.Keys.Select(static id => $"{id} in deferred.txt")
                .Concat(Tested.Select(static tests => $"{tests.Key} in {string.Join(", ", tests.Distinct(StringComparer.Ordinal))}"))
                .Concat(Mutated.Select(static id => $"{id} in mutations.txt"))
                .Where(static named => !Checklist.ContainsKey(named[..7])),
            "tests/rfc/checklist.txt has no such item:");

    [Test]
    public void Every_item_with_a_test_has_a_mutation() =>
        Conventions.Hold(
            from tests in Tested
            where Checklist.ContainsKey(tests.Key) && !Mutated.Contains(tests.Key)
            select $"{tests.Key} {Checklist[tests.Key]}",
            "Show that its test can fail, by a mutation whose name begins with the id, in tests/mutations/mutations.txt:");
}
