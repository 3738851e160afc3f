using System.Collections.Immutable;
using System.Globalization;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Consent;

[TestFixture]
public sealed class InMemoryAuthorizationStateStoreTests
{
    private readonly ManualTime _time = new();

    [Test]
    public async Task What_is_taken_is_whole_the_first_time_and_a_shell_after_that()
    {
        var store = new InMemoryAuthorizationStateStore(_time);
        await store.SaveAsync(Pending("s"));

        var first = await store.TakeAsync("s");
        var second = await store.TakeAsync("s");

        Assert.Multiple(() =>
        {
            Assert.That((first!.IsUsed, first.Verifier?.Reveal(), first.Nonce?.Reveal(), first.Inputs.Count), Is.EqualTo((false, "v", "n", 1)));
            Assert.That((second!.IsUsed, second.Verifier, second.Nonce, second.Inputs.Count), Is.EqualTo((true, (SecretValue?)null, (SecretValue?)null, 0)));
        });
    }

    [TestCase("S")]
    [TestCase("s ")]
    [TestCase("")]
    [TestCase("other")]
    public async Task Another_state_takes_nothing(string state)
    {
        var store = new InMemoryAuthorizationStateStore(_time);
        await store.SaveAsync(Pending("s"));

        Assert.That(await store.TakeAsync(state), Is.Null);
    }

    [Test]
    public async Task What_has_expired_is_gone()
    {
        var store = new InMemoryAuthorizationStateStore(_time);
        await store.SaveAsync(Pending("s"));

        _time.Advance(TimeSpan.FromMinutes(10));

        Assert.That(await store.TakeAsync("s"), Is.Null);
    }

    [Test]
    public async Task Of_one_owner_ten_are_kept_and_others_lose_nothing()
    {
        var store = new InMemoryAuthorizationStateStore(_time);
        await store.SaveAsync(Pending("ben", "ben"));
        for (var i = 0; i < 11; i++)
        {
            await store.SaveAsync(Pending(i.ToString(CultureInfo.InvariantCulture)));
        }

        Assert.That(await store.TakeAsync("0"), Is.Null);
        Assert.That(await store.TakeAsync("1"), Is.Not.Null);
        Assert.That(await store.TakeAsync("ben"), Is.Not.Null);
    }

    [Test]
    public async Task Of_all_ten_thousand_are_kept_and_the_oldest_goes_first()
    {
        var store = new InMemoryAuthorizationStateStore(_time);
        for (var i = 0; i <= 10_000; i++)
        {
            await store.SaveAsync(Pending(i.ToString(CultureInfo.InvariantCulture), $"user-{i}"));
        }

        Assert.That(await store.TakeAsync("0"), Is.Null);
        Assert.That(await store.TakeAsync("1"), Is.Not.Null);
        Assert.That(await store.TakeAsync("10000"), Is.Not.Null);
    }

    [Test]
    public async Task An_owner_has_room_again_when_the_old_ones_have_expired()
    {
        var store = new InMemoryAuthorizationStateStore(_time);
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 10; i++)
            {
                await store.SaveAsync(Pending($"{round}-{i}"));
            }

            Assert.That(await store.TakeAsync($"{round}-0"), Is.Not.Null);
            _time.Advance(TimeSpan.FromMinutes(10));
        }
    }

    [Test]
    public async Task Of_many_at_once_one_takes_it()
    {
        var store = new InMemoryAuthorizationStateStore(_time);
        await store.SaveAsync(Pending("s"));

        var taken = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(async () => await store.TakeAsync("s"))));

        Assert.That(taken.Count(static pending => pending is { IsUsed: false }), Is.EqualTo(1));
    }

    private PendingAuthorization Pending(string state, string user = "mia") => new()
    {
        State = state,
        Key = new("calendar", user: user),
        RedirectUri = CalendarTest.Callback,
        TokenAddress = new("https://login.calendar.example/token"),
        Verifier = "v",
        Nonce = "n",
        Inputs = ImmutableDictionary<string, SecretValue>.Empty.Add("pin", "1"),
        ExpiresAt = _time.GetUtcNow().AddMinutes(10),
    };
}
