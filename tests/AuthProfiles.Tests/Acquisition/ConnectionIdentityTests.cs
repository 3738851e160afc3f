using AuthProfiles.Acquisition;
using AuthProfiles.Connections;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>Different connections are different keys, however their names are made.</summary>
[Category("I7")]
public sealed class ConnectionIdentityTests
{
    private static readonly (string? Tenant, string? User)[] Alike =
    [
        (null, null), ("a", null), (null, "a"), ("a", "a"), ("a", "b"), ("b", "a"), ("ab", null), (null, "ab"), ("A", null), ("a", "B"), ("A", "B"),
        ("a|b", null), ("a", "|b"), ("a|", "b"), ("a/b", null), ("a/", "b"), ("a.b", null), ("a", ".b"), ("a b", null), ("a", "null"), ("null", "a"), ("null", null), (null, "null"),
        ("é", null), ("e\u0301", null), ("ss", null), ("ß", null), ("ı", null), ("i", null), ("I", null), ("İ", null), ("\u212a", null), ("K", null), ("k", null),
        ("a\u200b", null), ("ａ", null), ("а", null), ("1", null), ("１", null), (new string('a', 254), "a"), (new string('a', 255), null), ("\u00ad" + "a", null),
    ];

    [Test]
    public void Names_that_look_alike_or_join_alike_are_different_keys()
    {
        var table = new EntryTable();
        var entries = Alike.Select(name => table.GetOrAdd(new(name.Tenant, name.User))).ToArray();

        Assert.That(entries.Distinct().Count(), Is.EqualTo(Alike.Length));
        Assert.That(Alike.Select(static name => new ConnectionKey("p", new ConnectionName(name.Tenant, name.User))).Distinct().Count(), Is.EqualTo(Alike.Length));
    }

    [Test]
    public void A_profiles_name_is_part_of_the_key() =>
        Assert.That(new ConnectionKey("a", "b"), Is.Not.EqualTo(new ConnectionKey("b", "b")).And.Not.EqualTo(new ConnectionKey("A", "b")));

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [CancelAfter(120_000)]
    public void Two_connections_share_a_key_exactly_when_they_share_both_names(int seed)
    {
        const int Pairs = 350_000;
        var random = new Random(seed);
        for (var i = 0; i < Pairs; i++)
        {
            var (left, right) = (Names(random), Names(random));
            var isSame = string.Equals(left.Tenant, right.Tenant, StringComparison.Ordinal) && string.Equals(left.User, right.User, StringComparison.Ordinal);
            var (leftName, rightName) = (new ConnectionName(left.Tenant, left.User), new ConnectionName(right.Tenant, right.User));
            if (leftName.Equals(rightName) != isSame || new ConnectionKey("p", leftName).Equals(new ConnectionKey("p", rightName)) != isSame || (isSame && leftName.GetHashCode() != rightName.GetHashCode()))
            {
                Assert.Fail($"seed {seed}: {left} and {right}");
            }
        }
    }

    // Short names of few characters, so that equal and nearly equal ones come often.
    private static (string? Tenant, string? User) Names(Random random) => (Name(random), Name(random));

    private static string? Name(Random random)
    {
        const string Alphabet = "aAbé|/. \u0301";
        var length = random.Next(4);
        return length == 0 ? null : string.Create(length, random, static (span, random) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Alphabet[random.Next(Alphabet.Length)];
            }
        });
    }
}
