using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Testing;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>When another credential is asked for, to the tick.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RenewalRulesTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly ManualClock _clock = new();

    [TestCase(0, 0, false)]
    [TestCase(1, 5, true)]
    [TestCase(2, 10, true)]
    [TestCase(4, 40, true)]
    [TestCase(5, 60, true)]
    [TestCase(50, 60, true)]
    public void A_refusal_that_follows_others_is_futile_for_a_pause_that_doubles_to_a_minute(int refusals, int seconds, bool isFutile)
    {
        var held = Held(refusals);
        Assert.That(Rules().IsFutile(held), Is.EqualTo(isFutile));

        _clock.Advance(TimeSpan.FromSeconds(seconds) - (isFutile ? Tick : TimeSpan.Zero));
        Assert.That(Rules().IsFutile(held), Is.EqualTo(isFutile));
        _clock.Advance(Tick);
        Assert.That(Rules().IsFutile(held), Is.False);
    }

    [Test]
    public void A_credential_that_was_good_for_five_minutes_ends_the_row_of_refusals()
    {
        var held = Held(refusals: 3);

        Assert.That((Rules().CountRefusals(null), Rules().CountRefusals(held)), Is.EqualTo((0, 4)));
        _clock.Advance(TimeSpan.FromMinutes(5) - Tick);
        Assert.That(Rules().CountRefusals(held), Is.EqualTo(4));
        _clock.Advance(Tick);
        Assert.That(Rules().CountRefusals(held), Is.EqualTo(1));
    }

    [Test]
    public void A_failure_holds_back_until_its_time_has_come()
    {
        var failure = new AcquisitionFailure(new(AuthorizationErrorKind.Transient, "orders", "down"), 1, _clock.GetTimestamp() + TimeSpan.TicksPerSecond);
        var entry = new CredentialEntry(ConnectionName.Own) { Failure = failure };

        Assert.That((Rules().HeldBack(entry), Rules().WaitFor(failure)), Is.EqualTo((failure, TimeSpan.FromSeconds(1))));
        _clock.Advance(TimeSpan.FromSeconds(1) - Tick);
        Assert.That((Rules().HeldBack(entry), Rules().WaitFor(failure)), Is.EqualTo((failure, Tick)));
        _clock.Advance(Tick);
        Assert.That((Rules().HeldBack(entry), Rules().WaitFor(failure)), Is.EqualTo(((AcquisitionFailure?)null, TimeSpan.Zero)));
        _clock.Advance(Tick);
        Assert.That(Rules().WaitFor(failure), Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void A_credential_is_alive_before_its_end_and_no_longer_at_it()
    {
        var held = new HeldCredential(Credential.Bearer("token", _clock.GetUtcNow().AddMinutes(100)), Target(), _clock);

        _clock.Advance(TimeSpan.FromMinutes(95) - Tick);
        Assert.That((held.IsDue(_clock), held.IsGood(_clock)), Is.EqualTo((false, true)));
        _clock.Advance(Tick);
        Assert.That((held.IsDue(_clock), held.IsGood(_clock), held.IsAlive(_clock)), Is.EqualTo((true, false, true)));
        _clock.Advance(TimeSpan.FromMinutes(4) - Tick);
        Assert.That(held.IsAlive(_clock), Is.True);
        _clock.Advance(Tick);
        Assert.That((held.IsAlive(_clock), Rules().IsAlive(held), Rules().IsAlive(null)), Is.EqualTo((false, false, false)));
    }

    [Test]
    public void A_time_beyond_all_bounds_is_far_and_not_past() =>
        Assert.That(Lifetime.Ticks(TimeSpan.MaxValue, new FastClock()), Is.EqualTo(long.MaxValue / 2));

    [Test]
    public void An_entry_is_idle_until_it_is_used_and_again_from_each_look_on()
    {
        var entry = new CredentialEntry(ConnectionName.Own);

        Assert.That(entry.WasIdle(), Is.True);
        entry.Touch();
        entry.Touch();
        Assert.That((entry.WasIdle(), entry.WasIdle()), Is.EqualTo((false, true)));
    }

    [Test]
    public void Room_is_made_when_the_bound_is_reached_and_then_once_in_a_sixteenth_of_it()
    {
        const int Bound = 64;
        var table = new System.Collections.Concurrent.ConcurrentDictionary<ConnectionName, CredentialEntry>();
        var bound = new EntryBound(table, Bound);
        var counts = new List<int>();
        for (var i = 0; i < Bound * 2; i++)
        {
            bound.MakeRoom();
            var entry = new CredentialEntry(new($"tenant-{i}", null));
            entry.Touch();
            table[entry.Name] = entry;
            counts.Add(table.Count);
        }

        // The first look finds that all were used; the next, a sixteenth later, finds that those were not used again.
        Assert.That(counts.Take(Bound), Is.EqualTo(Enumerable.Range(1, Bound)));
        Assert.That(counts.Max(), Is.EqualTo(Bound + (Bound / 16)));
        Assert.That(counts[Bound + (Bound / 16)], Is.EqualTo((Bound / 16) + 2));
    }

    [Test]
    public void A_table_holds_a_hundred_thousand_entries_at_the_most()
    {
        var table = new EntryTable();
        for (var i = 0; i <= EntryBound.Most; i++)
        {
            table.GetOrAdd(new($"tenant-{i}", null));
        }

        Assert.That(table.All.Count(), Is.LessThan(EntryBound.Most));
    }

    [Test]
    public void A_table_that_nobody_has_used_has_no_entries()
    {
        var table = new EntryTable();

        Assert.That(table.All, Is.Empty);
        Assert.That(table.TryGet(ConnectionName.Own, out _), Is.False);
        Assert.That(() => table.Remove(ConnectionName.Own), Throws.Nothing);
        var first = table.GetOrAdd(ConnectionName.Own);
        Assert.That(table.GetOrAdd(ConnectionName.Own), Is.SameAs(first));
        Assert.That(table.All.Single().Name, Is.SameAs(ConnectionName.Own));
    }

    [TestCase("a", "r", "k", true)]
    [TestCase("a", null, "k", false)]
    [TestCase("b", "r", "k", false)]
    [TestCase("a", "r", "other", false)]
    [TestCase(null, null, "k", false)]
    [TestCase(null, null, "k", true, true)]
    [TestCase("b", "r", "k", false, true)]
    [TestCase(null, null, "other", false, true)]
    public void What_is_spent_is_the_same_by_its_tokens_and_inputs(string? access, string? refresh, string key, bool expected, bool inputsRefused = false)
    {
        var spent = new SpentConnection(Made("a", "r", "k"), new(AuthorizationErrorKind.AuthorizationRequired, "orders", "spent"), inputsRefused);

        Assert.That(spent.IsSameAs(Made(access, refresh, key)), Is.EqualTo(expected));
    }

    [Test]
    public void A_connection_with_more_inputs_than_the_spent_one_is_another()
    {
        var spent = new SpentConnection(Made("a", "r", "k"), new(AuthorizationErrorKind.AuthorizationRequired, "orders", "spent"), inputsRefused: false);
        var other = Made("a", "r", "k");

        Assert.That(spent.IsSameAs(other with { Inputs = other.Inputs.Add("region", "eu") }), Is.False);
    }

    private static Connection Made(string? access, string? refresh, string key) => new()
    {
        Key = new("orders"),
        Inputs = GivenInputs.Of(("key", key)),
        Grant = access is null ? null : new() { AccessToken = access, RefreshToken = refresh is null ? null : new SecretValue(refresh), ObtainedAt = ManualClock.Start },
    };

    private RenewalRules Rules() => new(_clock);

    private HeldCredential Held(int refusals) => new(Credential.Bearer("token"), Target(), _clock, refusals);

    private ConnectionTarget Target()
    {
        using var source = new CredentialSource(new TraitProfile(new() { AuthorizationType = "Orders" }), new(static () => throw new InvalidOperationException(), _clock, new InMemoryConnectionStore()));
        return source.Finder.AimAtOnce(ConnectionName.Own, last: null)!;
    }

    private sealed class FastClock : TimeProvider
    {
        public override long TimestampFrequency => TimeSpan.TicksPerSecond * 100;
    }
}
