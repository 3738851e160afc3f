using System.Collections.Immutable;
using System.Text;
using AuthProfiles.StoreContract;

namespace AuthProfiles.Tests.Connections;

[TestFixture]
public sealed class ConnectionSealerTests
{
    private const long Version = 1_777_896_000_000;

    private static readonly ConnectionKey Key = new("calendar", "acme", "mia");

    [Test]
    public void Everything_comes_back()
    {
        var opened = Rings.Sealer().Open(Key, Version, Rings.Sealer().Seal(SampleConnections.Full(Key), Version));
        SameConnection.Check(opened.Connection, SampleConnections.Full(Key));
        Assert.That(opened.Version, Is.EqualTo(Version));
        Assert.That(opened.Fault, Is.Null);
    }

    [Test]
    public void Every_state_and_app_comes_back([Values] ConnectionState state, [Values(null, ConnectionApp.System, ConnectionApp.Custom)] ConnectionApp? app)
    {
        var connection = new Connection { Key = Key, State = state, App = app };
        SameConnection.Check(Rings.Sealer().Open(Key, 1, Rings.Sealer().Seal(connection, 1)).Connection, connection);
    }

    [Test]
    public void No_value_can_be_read_in_what_is_kept()
    {
        var kept = Encoding.Latin1.GetString(Rings.Sealer().Seal(SampleConnections.Small(Key, "a-token-of-mias"), Version));
        Assert.That(kept, Does.Not.Contain("token").And.Not.Contain("calendar").And.Not.Contain("mia"));
    }

    [Test]
    public void A_flipped_bit_anywhere_is_a_fault()
    {
        var sealer = Rings.Sealer();
        var good = sealer.Seal(SampleConnections.Full(Key), Version);
        for (var i = 0; i < good.Length; i++)
        {
            var altered = (byte[])good.Clone();
            altered[i] ^= (byte)(1 << (i % 8));
            CheckUnreadable(sealer.Open(Key, Version, altered), i is 2 or 3 ? null : ConnectionFault.Altered);
        }

        Assert.That(sealer.Open(Key, Version, good).Fault, Is.Null);
    }

    [Test]
    public void A_cut_anywhere_is_a_fault()
    {
        var sealer = Rings.Sealer();
        var good = sealer.Seal(SampleConnections.Full(Key), Version);
        for (var length = 0; length < good.Length; length++)
        {
            CheckUnreadable(sealer.Open(Key, Version, good.AsSpan(0, length)), ConnectionFault.Altered);
        }
    }

    [Test]
    public void An_entry_is_good_for_its_own_key_alone()
    {
        var sealer = Rings.Sealer();
        foreach (var key in OddNames.Keys)
        {
            var entry = sealer.Seal(SampleConnections.Small(key), Version);
            foreach (var other in OddNames.Keys)
            {
                Assert.That(sealer.Open(other, Version, entry).Fault, Is.EqualTo(other == key ? (ConnectionFault?)null : ConnectionFault.Altered), $"{key} as {other}");
            }
        }
    }

    [TestCase(Version - 1)]
    [TestCase(Version + 1)]
    [TestCase(0)]
    [TestCase(-Version)]
    public void An_entry_is_good_for_its_own_version_alone(long other)
    {
        var sealer = Rings.Sealer();
        CheckUnreadable(sealer.Open(Key, other, sealer.Seal(SampleConnections.Small(Key), Version)), ConnectionFault.Altered);
    }

    [Test]
    public void An_old_entry_is_noticed_by_who_has_seen_a_newer()
    {
        var sealer = Rings.Sealer();
        var old = sealer.Seal(SampleConnections.Small(Key, "old"), Version);
        var current = sealer.Seal(SampleConnections.Small(Key, "new"), Version + 1);
        Assert.That(sealer.Open(Key, Version, old).Fault, Is.Null);
        Assert.That(sealer.Open(Key, Version + 1, current).Fault, Is.Null);
        CheckUnreadable(sealer.Open(Key, Version, old), ConnectionFault.RolledBack);
        Assert.That(sealer.Open(Key, Version + 1, current).Fault, Is.Null, "the newer one stays good");
        Assert.That(Rings.Sealer().Open(Key, Version, old).Fault, Is.Null, "a process that has just started can't know");
    }

    [Test]
    public void A_version_that_was_said_counts_as_seen()
    {
        var sealer = Rings.Sealer();
        sealer.Note(Key, Version + 1);
        CheckUnreadable(sealer.Open(Key, Version, sealer.Seal(SampleConnections.Small(Key), Version)), ConnectionFault.RolledBack);
        Assert.That(sealer.Open(new("calendar", "acme"), Version, sealer.Seal(SampleConnections.Small(new("calendar", "acme")), Version)).Fault, Is.Null, "of that connection alone");
    }

    [Test]
    public void What_is_not_authentic_says_nothing_of_versions()
    {
        var sealer = Rings.Sealer();
        var good = sealer.Seal(SampleConnections.Small(Key), Version);
        sealer.Open(Key, long.MaxValue, good);
        Assert.That(sealer.Open(Key, Version, good).Fault, Is.Null);
    }

    [Test]
    public void Where_the_key_comes_back_the_connection_is_good_again()
    {
        var entry = Rings.Sealer(Rings.Of("k1", "k1")).Seal(SampleConnections.Full(Key), Version);
        CheckUnreadable(Rings.Sealer(Rings.Of("k2", "k2")).Open(Key, Version, entry), ConnectionFault.KeyMissing);
        SameConnection.Check(Rings.Sealer(Rings.Of("k2", "k1", "k2")).Open(Key, Version, entry).Connection, SampleConnections.Full(Key));
    }

    [Test]
    public void Half_a_character_is_refused_before_it_is_changed([Values("label", "input", "field", "access", "refresh", "scope", "issuer", "output")] string place)
    {
        const string Half = "s3cret\ud83d";
        var full = SampleConnections.Full(Key);
        var connection = place switch
        {
            "label" => full with { AccountLabel = Half },
            "input" => full with { Inputs = full.Inputs.SetItem("clientId", Half) },
            "field" => full with { Inputs = full.Inputs.SetItem(Half, "x") },
            "access" => full with { Grant = full.Grant! with { AccessToken = Half } },
            "refresh" => full with { Grant = full.Grant! with { RefreshToken = Half } },
            "scope" => full with { Grant = full.Grant! with { Scope = Half } },
            "issuer" => full with { Grant = full.Grant! with { Issuer = Half } },
            _ => full with { Grant = full.Grant! with { Outputs = full.Grant.Outputs.SetItem("x", Half) } },
        };
        var error = Assert.Throws<AuthorizationException>(() => Rings.Sealer().Seal(connection, Version))!;
        Assert.That(error.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidValue));
        Assert.That(error.Message, Does.StartWith("calendar for acme, user mia: one of the values can't be kept").And.Not.Contain("s3cret"));
        Assert.That((error.Profile, error.Tenant, error.User), Is.EqualTo(("calendar", "acme", "mia")));
    }

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("")]
    [TestCase("null")]
    [TestCase("{\"format\":2,\"state\":\"Active\"}")]
    [TestCase("{\"format\":1}")]
    [TestCase("{\"format\":1,\"state\":\"Unheard\"}")]
    [TestCase("{\"format\":1,\"state\":\"99999999999999999999\"}")]
    [TestCase("{\"format\":1,\"state\":5}")]
    [TestCase("{\"format\":1.5,\"state\":\"Active\"}")]
    [TestCase("{\"format\":1,\"state\":\"Active\",\"grant\":{}}")]
    [TestCase("{\"format\":1,\"state\":\"Active\",\"grant\":[]}")]
    [TestCase("{\"format\":1,\"state\":\"Active\",\"grant\":{\"accessToken\":null,\"obtainedAt\":\"2026-05-04T12:00:00Z\"}}")]
    [TestCase("{\"format\":1,\"state\":\"Active\",\"grant\":{\"accessToken\":\"a\",\"obtainedAt\":\"yesterday\"}}")]
    [TestCase("{\"format\":1,\"state\":\"Active\",\"inputs\":{\"a\":null}}")]
    [TestCase("{\"format\":1,\"state\":\"Active\",\"inputs\":{\"a\":\"\\ud800\"}}")]
    public void What_another_program_sealed_is_no_exception(string json) =>
        CheckUnreadable(Rings.Sealer().Open(Key, Version, Protect(json)), ConnectionFault.Altered);

    [Test]
    public void Members_of_a_later_program_are_passed_over() =>
        Assert.That(Rings.Sealer().Open(Key, Version, Protect("{\"format\":1,\"state\":\"Revoked\",\"colour\":{\"a\":[1]}}")).Connection.State, Is.EqualTo(ConnectionState.Revoked));

    [Test]
    public void A_client_id_that_would_not_come_back_as_it_is_is_refused()
    {
        var full = SampleConnections.Full(Key);

        Assert.That(
            () => Rings.Sealer().Seal(full with { Grant = full.Grant! with { ClientId = "app\ud800" } }, Version),
            Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.InvalidValue));
    }

    [Test]
    public void Nothing_in_it_prints_a_value()
    {
        var opened = Rings.Sealer().Open(Key, Version, Rings.Sealer().Seal(SampleConnections.Full(Key) with { Inputs = ImmutableDictionary<string, SecretValue>.Empty.Add("password", "s3cret") }, Version));
        Assert.That($"{opened} {opened.Connection}", Does.Not.Contain("s3cret"));
    }

    private static byte[] Protect(string json) =>
        new AesGcmConnectionProtector(Rings.One).Protect(Encoding.UTF8.GetBytes(json), AuthProfiles.Connections.ConnectionIdentity.Of(Key, Version));

    private static void CheckUnreadable(StoredConnection stored, ConnectionFault? fault)
    {
        Assert.That(stored.Fault, fault is null ? Is.Not.Null : Is.EqualTo(fault));
        Assert.That(stored.Connection.Key, Is.EqualTo(Key));
        Assert.That(stored.Connection.State, Is.EqualTo(ConnectionState.AuthorizationRequired));
        Assert.That(stored.Connection.Grant, Is.Null);
        Assert.That(stored.Connection.Inputs, Is.Empty);
    }
}
