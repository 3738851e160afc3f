using System.Globalization;
using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>What becomes of a token when clocks jump and machines sleep.</summary>
/// <remarks>
/// A scenario is a row of steps: <c>+55m</c> time passes, <c>z2h</c> the machine sleeps and its monotonic clock stands still (Linux), <c>j-1h</c>
/// somebody sets the wall clock; a second later both are seen. After each step a credential is asked for. Behind the lifetime, in seconds, stands how many tokens are
/// acquired in all.
/// </remarks>
public sealed class ClockScenarioTests
{
    [TestCase("3600", "+54m", 1)]
    [TestCase("3600", "+55m", 2)]
    [TestCase("3600", "+58m", 2)]
    [TestCase("3600", "+59m", 2)]
    [TestCase("3600", "+2h", 2)]
    [TestCase("3600", "+55m +55m +55m", 4)]
    [TestCase("3600", "+30d", 2)]
    [TestCase("3600", "j+5m", 1)]
    [TestCase("3600", "j-5m", 1)]
    [TestCase("3600", "j+5m +51m", 2)]
    [TestCase("3600", "j-5m +54m", 1)]
    [TestCase("3600", "j-5m +56m", 2)]
    [TestCase("3600", "j-1h", 1)]
    [TestCase("3600", "j-1h +54m", 1)]
    [TestCase("3600", "j-1h +59m", 2)]
    [TestCase("3600", "j-1d +2h", 2)]
    [TestCase("3600", "+5s j+1d", 2)]
    [TestCase("3600", "+5s j+1d +5s j-1d +54m", 2)]
    [TestCase("3600", "+5s j+1d +5s j+1d +5s j+1d", 4)]
    [TestCase("3600", "z30m", 1)]
    [TestCase("3600", "z55m", 2)]
    [TestCase("3600", "z2h", 2)]
    [TestCase("3600", "z2h +5s z2h", 3)]
    [TestCase("3600", "+30m z30m", 2)]
    [TestCase("3600", "z30m +30m", 2)]
    [TestCase("3600", "+54m z10m +1s", 2)]
    [TestCase("60", "+47s", 1)]
    [TestCase("60", "+48s", 2)]
    [TestCase("60", "+54s", 2)]
    [TestCase("60", "z1m", 2)]
    [TestCase("5", "+3s", 1)]
    [TestCase("5", "+5s +5s +5s", 4)]
    [TestCase("0", "+1s +1s +1s +1s", 1)]
    [TestCase("0", "+5s +5s", 3)]
    [TestCase("-60", "+1s +3s", 1)]
    [TestCase("-60", "+1s +4s", 2)]
    [TestCase("86400", "j+12h", 1)]
    [TestCase("86400", "z23h", 1)]
    [TestCase("86400", "z24h", 2)]
    [TestCase("315360000", "+3649d", 1)]
    [TestCase("", "j+3650d +3650d z1d j-7300d", 1)]
    public async Task S14_A_token_is_used_neither_after_its_end_nor_asked_for_in_a_loop(string lifetime, string steps, int acquired)
    {
        var clock = new MovedClock();
        TimeSpan? life = lifetime.Length == 0 ? null : TimeSpan.FromSeconds(double.Parse(lifetime, CultureInfo.InvariantCulture));
        var issued = new List<TimeSpan>();
        var profile = new CountingProfile((number, request, _) =>
        {
            issued.Add(clock.Real);
            return new(Credential.Bearer($"{number}", request.Clock.GetUtcNow() + life));
        });
        using var source = new CredentialSource(profile, new(static () => throw new InvalidOperationException("No token client here."), clock, new InMemoryConnectionStore()));
        await AskAsync(source, clock, life, issued);
        foreach (var step in steps.Split(' '))
        {
            clock.Take(step);
            await AskAsync(source, clock, life, issued);
        }

        Assert.That(profile.Count, Is.EqualTo(acquired));
        foreach (var (before, after) in issued.Zip(issued.Skip(1)))
        {
            Assert.That(after - before, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(5)), "a loop");
        }
    }

    [Test]
    public async Task A_sleep_that_the_warm_path_can_not_see_is_seen_within_a_second()
    {
        var clock = new MovedClock();
        var profile = new CountingProfile();
        using var source = new CredentialSource(profile, new(static () => throw new InvalidOperationException("No token client here."), clock, new InMemoryConnectionStore()));
        await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        clock.Take("+10m");
        Assert.That(source.TryGetWarm(ConnectionName.Own, out _), Is.True);

        clock.Take("z2h");

        Assert.That(source.TryGetWarm(ConnectionName.Own, out _), Is.False);
    }

    [TestCase("+1s", "j-2h")]
    [TestCase("j-2h", "+1s")]
    public async Task A_token_lives_as_long_as_ever_where_the_wall_clock_is_set_back_while_it_is_on_its_way(string beforeItsEndIsTold, string afterwards)
    {
        var clock = new MovedClock();
        var profile = new CountingProfile((number, request, _) =>
        {
            clock.Take(beforeItsEndIsTold);
            var end = request.Clock.GetUtcNow() + TimeSpan.FromHours(1);
            clock.Take(afterwards);
            return new(Credential.Bearer($"{number}", end));
        });
        using var source = new CredentialSource(profile, new(static () => throw new InvalidOperationException("No token client here."), clock, new InMemoryConnectionStore()));
        await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        clock.Take("+54m");
        await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        Assert.That(profile.Count, Is.EqualTo(1));

        clock.Take("+6m");
        await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);

        Assert.That(profile.Count, Is.EqualTo(2));
    }

    private static async Task AskAsync(CredentialSource source, MovedClock clock, TimeSpan? life, List<TimeSpan> issued)
    {
        var held = await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        if (life > TimeSpan.Zero)
        {
            var number = int.Parse(held.Credential.Fields[0].Value.Reveal()["Bearer ".Length..], CultureInfo.InvariantCulture);
            var skew = TimeSpan.FromSeconds(Math.Min(60, life.Value.TotalSeconds / 10));
            Assert.That(clock.Real - issued[number - 1], Is.LessThanOrEqualTo(life.Value + skew), "it is used after its end");
        }

        // In the soft window the renewal runs behind the back of its caller.
        await Eventually.HoldsAsync(() => source.TryGetWarm(ConnectionName.Own, out _));
    }

    private sealed class MovedClock : TimeProvider
    {
        private TimeSpan _slept;
        private TimeSpan _moved;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        /// <summary>Gets the time that has really passed.</summary>
        public TimeSpan Real { get; private set; }

        public override DateTimeOffset GetUtcNow() => ManualClock.Start.AddYears(20) + Real + _moved;

        public override long GetTimestamp() => (Real - _slept).Ticks;

        public void Take(string step)
        {
            var unit = step[^1] switch { 's' => 1, 'm' => 60, 'h' => 3_600, _ => 86_400 };
            switch (step[0])
            {
                case 'j':
                    Real += TimeSpan.FromSeconds(1);
                    _moved += TimeSpan.FromSeconds(double.Parse(step[1..^1], CultureInfo.InvariantCulture) * unit);
                    break;
                case 'z':
                    var sleep = TimeSpan.FromSeconds(double.Parse(step[1..^1], CultureInfo.InvariantCulture) * unit);
                    (Real, _slept) = (Real + sleep + TimeSpan.FromSeconds(1), _slept + sleep);
                    break;
                default:
                    Real += TimeSpan.FromSeconds(double.Parse(step[1..^1], CultureInfo.InvariantCulture) * unit);
                    break;
            }
        }
    }
}
