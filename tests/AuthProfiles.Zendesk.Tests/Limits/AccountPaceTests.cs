using AuthProfiles.Zendesk.Limits;

namespace AuthProfiles.Zendesk.Tests.Limits;

[TestFixture]
public sealed class AccountPaceTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void No_minute_has_more_calls_than_allowed_whenever_they_are_asked_for([Values(1, 2, 10, 11, 200, 700, 2500)] int most, [Range(1, 5)] int seed)
    {
        var random = new Random(seed);
        var pace = new AccountPace(most);
        var now = Start;
        var sent = new List<DateTimeOffset>();
        for (var i = 0; i < 3000; i++)
        {
            if (pace.TryTake(now, out var wait))
            {
                sent.Add(now + wait);
            }
            else
            {
                now += wait;
            }

            now += random.Next(4) == 0 ? TimeSpan.FromMinutes(1.5 / most * random.Next(20)) : TimeSpan.Zero;
        }

        Assert.That(sent, Is.Ordered);
        for (var i = most; i < sent.Count; i++)
        {
            Assert.That(sent[i] - sent[i - most], Is.GreaterThanOrEqualTo(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(most)));
        }
    }

    [TestCase(1, 1)]
    [TestCase(9, 1)]
    [TestCase(20, 2)]
    [TestCase(700, 70)]
    public void A_tenth_may_go_out_at_once(int most, int atOnce)
    {
        var pace = new AccountPace(most);

        var waits = Enumerable.Range(0, atOnce + 1).Select(_ => pace.TryTake(Start, out var wait) ? wait : TimeSpan.MaxValue).ToArray();

        Assert.That(waits.Take(atOnce), Is.All.EqualTo(TimeSpan.Zero));
        Assert.That(waits[^1], Is.GreaterThan(TimeSpan.Zero));
    }

    [Test]
    public void A_hold_shorter_than_what_may_go_out_at_once_holds_too()
    {
        var pace = new AccountPace(60);
        pace.Hold(Start, TimeSpan.FromSeconds(1));

        Assert.That(pace.TryTake(Start, out var wait), Is.True);
        Assert.That(wait, Is.EqualTo(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public void After_a_hold_a_tenth_goes_out_at_once_and_the_others_at_their_distance()
    {
        var pace = new AccountPace(60);
        pace.Hold(Start, TimeSpan.FromSeconds(30));

        var waits = Enumerable.Range(0, 8).Select(_ => pace.TryTake(Start, out var wait) ? wait.TotalSeconds : double.NaN).ToArray();

        Assert.That(waits.Take(6), Is.All.EqualTo(30));
        Assert.That(waits.Skip(6), Is.EqualTo(new[] { 30 + (60 / 55d), 30 + (120 / 55d) }).Within(0.001));
    }

    [Test]
    public void A_hold_that_nobody_believes_lasts_ten_minutes()
    {
        var pace = new AccountPace(60);
        pace.Hold(Start, TimeSpan.FromHours(1));

        Assert.That(pace.TryTake(Start, out var wait), Is.False);
        Assert.That(wait, Is.EqualTo(TimeSpan.FromMinutes(10)));
    }

    [Test]
    public void A_shorter_hold_does_not_end_a_longer_one()
    {
        var pace = new AccountPace(60);
        pace.Hold(Start, TimeSpan.FromSeconds(30));
        pace.Hold(Start, TimeSpan.FromSeconds(5));

        Assert.That(pace.TryTake(Start, out var wait), Is.True);
        Assert.That(wait, Is.EqualTo(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public void A_turn_too_far_away_is_not_taken()
    {
        var pace = new AccountPace(1);
        pace.TryTake(Start, out _);
        pace.TryTake(Start, out var second);

        Assert.That(pace.TryTake(Start, out var third), Is.False);
        Assert.That(pace.TryTake(Start, out var again), Is.False);
        Assert.That((second, third, again), Is.EqualTo((TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2))));
    }

    [TestCase(41, ExpectedResult = 41)]
    [TestCase(0, ExpectedResult = 0)]
    public double Nobody_calls_while_the_account_is_held(int seconds)
    {
        var pace = new AccountPace(100);
        pace.Hold(Start, TimeSpan.FromSeconds(seconds));
        pace.Hold(Start, TimeSpan.Zero);

        return pace.TryTake(Start, out var wait) ? wait.TotalSeconds : -1;
    }

    [Test]
    public void An_account_that_is_held_for_long_says_how_long_and_is_free_after_that()
    {
        var pace = new AccountPace(100);
        pace.Hold(Start, TimeSpan.FromMinutes(5));

        Assert.That((pace.TryTake(Start, out var wait), wait), Is.EqualTo((false, TimeSpan.FromMinutes(5))));
        Assert.That((pace.TryTake(Start.AddMinutes(5), out wait), wait), Is.EqualTo((true, TimeSpan.Zero)));
    }

    [Test]
    public void A_clock_that_is_put_back_stops_nobody_for_good()
    {
        var pace = new AccountPace(1);
        pace.TryTake(Start, out _);
        pace.Hold(Start, TimeSpan.FromDays(1));

        Assert.That(pace.TryTake(Start.AddDays(-1), out var wait), Is.True);
        Assert.That(wait, Is.EqualTo(TimeSpan.Zero));
    }
}
