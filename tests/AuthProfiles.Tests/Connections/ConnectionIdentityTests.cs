using AuthProfiles.Connections;
using AuthProfiles.StoreContract;
using FsCheck;
using FsCheck.Fluent;

namespace AuthProfiles.Tests.Connections;

[TestFixture]
public sealed class ConnectionIdentityTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(5_000).WithReplay(20260504, 297);

    // Characters that separators, lengths, cases and encodings could be confused by.
    private static Gen<string> Names => Gen.Elements("a", "b", "A", ":", "|", "/", "\0", "\u0001", "\uffff", "\u00e9", "e\u0301", "\ud83d\ude00", "\ud83d", "\ude00", "\ufffd", " ")
        .ArrayOf().Select(static pieces => string.Concat(pieces.Take(6)));

    private static Gen<ConnectionKey> Keys =>
        from profile in Names.Where(static name => name.Length > 0)
        from tenant in Gen.OneOf(Gen.Constant<string?>(null), Names.Select(static name => (string?)name))
        from user in Gen.OneOf(Gen.Constant<string?>(null), Names.Select(static name => (string?)name))
        select new ConnectionKey(profile, new ConnectionName(tenant, user));

    [Test]
    public void Two_connections_never_have_the_same_bytes() =>
        Prop.ForAll(
            Arb.From(Keys.Zip(Keys)),
            static pair => ConnectionIdentity.Of(pair.Item1).AsSpan().SequenceEqual(ConnectionIdentity.Of(pair.Item2)) == (pair.Item1 == pair.Item2))
            .Check(Seeded);

    [Test]
    public void Of_a_million_bytes_of_names_no_two_collide()
    {
        var random = new Random(20260504);
        var keys = new HashSet<ConnectionKey>();
        for (var i = 0; i < 100_000; i++)
        {
            keys.Add(new(Name(random), new ConnectionName(random.Next(4) == 0 ? null : Name(random), random.Next(4) == 0 ? null : Name(random))));
        }

        Assert.That(keys.Select(static key => Convert.ToHexString(ConnectionIdentity.Of(key))).Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(keys.Count));
    }

    [Test]
    public void The_key_can_be_read_from_its_bytes() =>
        Prop.ForAll(Arb.From(Keys), static key => ConnectionIdentity.Read(ConnectionIdentity.Of(key)) == key).Check(Seeded);

    [Test]
    public void A_name_that_is_absent_is_another_than_an_empty_one() =>
        Assert.That(
            ConnectionIdentity.Of(new("p", new ConnectionName(string.Empty, null))),
            Is.Not.EqualTo(ConnectionIdentity.Of(new("p", new ConnectionName(null, string.Empty)))).And.Not.EqualTo(ConnectionIdentity.Of(new("p"))));

    [Test]
    public void Another_version_has_other_bytes()
    {
        Assert.That(OddNames.Keys.Select(static key => Convert.ToHexString(ConnectionIdentity.Of(key, 1))), Is.Unique);
        Assert.That(ConnectionIdentity.Of(new("p"), 1), Is.Not.EqualTo(ConnectionIdentity.Of(new("p"), 256)));
    }

    private static string Name(Random random) => new([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => "ab:|"[random.Next(4)])]);
}
