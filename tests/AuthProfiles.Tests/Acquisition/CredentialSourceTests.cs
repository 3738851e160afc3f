using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Acquisition;

[TestFixture]
public sealed class CredentialSourceTests
{
    private readonly ManualClock _clock = new();

    [Test]
    [Category("I6")]
    public async Task Ten_thousand_cold_callers_make_one_acquisition()
    {
        var gate = new TaskCompletionSource();
        var profile = new CountingProfile(async (number, _, _) =>
        {
            await gate.Task;
            return Credential.Bearer($"token-{number}");
        });
        using var source = SourceOf(profile);

        var callers = Enumerable.Range(0, 10_000).Select(_ => source.AcquireAsync(ConnectionName.Own, CancellationToken.None).AsTask()).ToArray();
        gate.SetResult();
        var held = await Task.WhenAll(callers);

        Assert.That(profile.Count, Is.EqualTo(1));
        Assert.That(held.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    [Category("I6")]
    public async Task A_caller_that_gives_up_ends_neither_the_acquisition_nor_the_others_wait()
    {
        var gate = new TaskCompletionSource();
        var seen = CancellationToken.None;
        var profile = new CountingProfile(async (_, _, token) =>
        {
            seen = token;
            await gate.Task.WaitAsync(token);
            return Credential.Bearer("token");
        });
        using var source = SourceOf(profile);
        using var leader = new CancellationTokenSource();

        var first = source.AcquireAsync(ConnectionName.Own, leader.Token).AsTask();
        var second = source.AcquireAsync(ConnectionName.Own, CancellationToken.None).AsTask();
        await EventuallyAsync(() => profile.Count == 1);
        await leader.CancelAsync();

        Assert.That(async () => await first, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(seen.IsCancellationRequested, Is.False);
        gate.SetResult();
        Assert.That((await second).Credential, Is.Not.Null);
        Assert.That(profile.Count, Is.EqualTo(1));
    }

    [Test]
    [Category("I6")]
    public async Task The_last_waiter_that_gives_up_does_not_lose_the_credential_for_the_next()
    {
        var gate = new TaskCompletionSource();
        var profile = new CountingProfile(async (_, _, _) =>
        {
            await gate.Task;
            return Credential.Bearer("token");
        });
        using var source = SourceOf(profile);
        using var only = new CancellationTokenSource();
        var waiting = source.AcquireAsync(ConnectionName.Own, only.Token).AsTask();
        await only.CancelAsync();
        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());

        gate.SetResult();
        await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);

        Assert.That(profile.Count, Is.EqualTo(1));
    }

    [Test]
    [Category("I6")]
    public async Task A_thousand_refusals_of_one_credential_make_one_renewal_late_ones_included()
    {
        var profile = new CountingProfile();
        using var source = SourceOf(profile);
        var refused = await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);

        var renewed = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => source.RenewAsync(ConnectionName.Own, refused, CancellationToken.None).AsTask()));
        var late = await source.RenewAsync(ConnectionName.Own, refused, CancellationToken.None);

        Assert.That(profile.Count, Is.EqualTo(2));
        Assert.That(renewed.Append(late).Distinct().Single(), Is.Not.SameAs(refused).And.Not.Null);
    }

    [Test]
    public async Task A_credential_that_followed_a_refusal_is_not_renewed_again_within_five_seconds()
    {
        var profile = new CountingProfile();
        using var source = SourceOf(profile);
        var first = await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        var second = await source.RenewAsync(ConnectionName.Own, first, CancellationToken.None);

        Assert.That(await source.RenewAsync(ConnectionName.Own, second!, CancellationToken.None), Is.Null);
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.That(await source.RenewAsync(ConnectionName.Own, second!, CancellationToken.None), Is.Not.Null);
        Assert.That(profile.Count, Is.EqualTo(3));
    }

    [Test]
    public async Task A_renewal_that_brings_the_same_values_is_none()
    {
        var profile = new CountingProfile((_, _, _) => new(Credential.Bearer("always-the-same")));
        using var source = SourceOf(profile);
        var refused = await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);

        Assert.That(await source.RenewAsync(ConnectionName.Own, refused, CancellationToken.None), Is.Null);
        Assert.That(await source.RenewAsync(ConnectionName.Own, refused, CancellationToken.None), Is.Null);
        Assert.That(profile.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task In_the_soft_window_the_old_credential_serves_while_one_renewal_runs()
    {
        var gate = new TaskCompletionSource();
        var profile = new CountingProfile(async (number, request, _) =>
        {
            if (number == 2)
            {
                await gate.Task;
            }

            return Credential.Bearer($"token-{number}", request.Clock.GetUtcNow().AddHours(1));
        });
        using var source = SourceOf(profile);
        var old = await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        _clock.Advance(TimeSpan.FromMinutes(57));

        var during = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => source.AcquireAsync(ConnectionName.Own, CancellationToken.None).AsTask()));

        Assert.That(during, Is.All.SameAs(old));
        gate.SetResult();
        await EventuallyAsync(() => source.TryGetWarm(ConnectionName.Own, out _));
        Assert.That(profile.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task Past_the_hard_end_a_caller_waits_for_the_new_credential()
    {
        var profile = new CountingProfile();
        using var source = SourceOf(profile);
        var old = await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        _clock.Advance(TimeSpan.FromHours(2));

        var now = await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);

        Assert.That(now, Is.Not.SameAs(old));
        Assert.That(profile.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task A_failure_is_told_to_all_and_held_back_then_tried_again()
    {
        var profile = new CountingProfile((number, request, _) =>
            number == 1 ? throw request.Failure(AuthorizationErrorKind.Transient, "the endpoint is down", isTransient: true) : new(Credential.Bearer("token")));
        using var source = SourceOf(profile);

        Assert.That(async () => await source.AcquireAsync(ConnectionName.Own, CancellationToken.None), Throws.TypeOf<AuthorizationException>());
        var again = Assert.CatchAsync<AuthorizationException>(async () => await source.AcquireAsync(ConnectionName.Own, CancellationToken.None));
        var error = await again;
        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.Transient));
        Assert.That(error!.RetryAfter, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(profile.Count, Is.EqualTo(1));

        _clock.Advance(TimeSpan.FromSeconds(2));
        await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        Assert.That(profile.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task A_living_credential_outlives_failing_renewals()
    {
        var profile = new CountingProfile((number, request, _) =>
            number == 1 ? new(Credential.Bearer("token", request.Clock.GetUtcNow().AddHours(1))) : throw request.Failure(AuthorizationErrorKind.Transient, "down", isTransient: true));
        using var source = SourceOf(profile);
        var old = await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        _clock.Advance(TimeSpan.FromMinutes(56));

        Assert.That(await source.AcquireAsync(ConnectionName.Own, CancellationToken.None), Is.SameAs(old));
        await EventuallyAsync(() => profile.Count == 2);
        Assert.That(await source.AcquireAsync(ConnectionName.Own, CancellationToken.None), Is.SameAs(old));
    }

    [Test]
    [Category("I7")]
    public async Task Tenants_and_users_never_share_a_credential()
    {
        var profile = new CountingProfile((_, request, _) => new(Credential.Bearer($"{request.Connection.Key.Tenant ?? "-"}.{request.Connection.Key.User ?? "-"}")));
        var store = new InMemoryConnectionStore();
        using var source = SourceOf(profile, store);
        (string? Tenant, string? User)[] names = [(null, null), ("a", null), ("b", null), ("A", null), (null, "a"), ("a", "b"), ("a.b", null), ("ab", null)];
        foreach (var (tenant, user) in names.Where(name => name.User is not null))
        {
            await store.TryWriteAsync(new() { Key = new("counted", tenant, user) }, 0);
        }

        foreach (var (tenant, user) in names)
        {
            var held = await source.AcquireAsync(ConnectionName.Create("counted", tenant, user), CancellationToken.None);
            Assert.That(held.Credential.Fields[0].Value.Reveal(), Is.EqualTo($"Bearer {tenant ?? "-"}.{user ?? "-"}"));
        }

        Assert.That(profile.Count, Is.EqualTo(names.Length));
    }

    [Test]
    public void A_user_who_has_not_connected_gets_a_typed_error_and_never_the_developers_own_credential()
    {
        var profile = new CountingProfile();
        using var source = SourceOf(profile);

        Assert.That(
            async () => await source.AcquireAsync(ConnectionName.Create("counted", null, "mia"), CancellationToken.None),
            Throws.TypeOf<AuthorizationRequiredException>().With.Property("User").EqualTo("mia"));
        Assert.That(profile.Count, Is.Zero);
    }

    [Test]
    [Category("R17")]
    public void A_user_on_the_applications_own_access_is_a_typed_error()
    {
        var profile = new CountingProfile(refusesUsers: true);
        using var source = SourceOf(profile);

        Assert.That(async () => await source.AcquireAsync(ConnectionName.Create("counted", null, "mia"), CancellationToken.None), Throws.TypeOf<AuthorizationException>());
        Assert.That(profile.Count, Is.Zero);
    }

    [Test]
    public void A_profiles_own_exception_is_not_passed_on()
    {
        var profile = new CountingProfile((_, _, _) => throw new FormatException("canary-secret"));
        using var source = SourceOf(profile);

        Assert.That(
            async () => await source.AcquireAsync(ConnectionName.Own, CancellationToken.None),
            Throws.TypeOf<AuthorizationException>().With.Message.Not.Contains("canary").And.InnerException.Null);
    }

    [Test]
    [Category("I10")]
    public async Task An_acquisition_that_never_ends_is_ended()
    {
        var profile = new CountingProfile(async (_, request, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, request.Clock, token);
            return Credential.Bearer("never");
        });
        using var source = SourceOf(profile);
        var waiting = source.AcquireAsync(ConnectionName.Own, CancellationToken.None).AsTask();
        await EventuallyAsync(() => profile.Count == 1);

        _clock.Advance(TimeSpan.FromMinutes(2));

        Assert.That(async () => await waiting, Throws.TypeOf<AuthorizationException>().With.Property("IsTransient").True);
    }

    [Test]
    public async Task Disposal_ends_what_is_under_way()
    {
        var profile = new CountingProfile(async (_, request, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, request.Clock, token);
            return Credential.Bearer("never");
        });
        var source = SourceOf(profile);
        var waiting = source.AcquireAsync(ConnectionName.Own, CancellationToken.None).AsTask();
        await EventuallyAsync(() => profile.Count == 1);

        source.Dispose();

        Assert.That(async () => await waiting, Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.Cancelled));
    }

    [Test]
    public async Task The_warm_path_allocates_nothing()
    {
        using var source = SourceOf(new CountingProfile());
        await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        Assert.That(source.TryGetWarm(ConnectionName.Own, out _), Is.True);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            source.TryGetWarm(ConnectionName.Own, out _);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [TestCase(0, 5, 5)]
    [TestCase(5, 4, 4.5)]
    [TestCase(60, 48, 54)]
    [TestCase(3600, 3300, 3540)]
    [TestCase(-10, 5, 5)]
    public void The_margins_are_a_fraction_of_short_lives(double life, double soft, double hard)
    {
        var (softAt, hardAt) = Lifetime.From(_clock.GetUtcNow().AddSeconds(life), _clock, now: 0);

        Assert.That(softAt, Is.EqualTo(Lifetime.Ticks(TimeSpan.FromSeconds(soft), _clock)));
        Assert.That(hardAt, Is.EqualTo(Lifetime.Ticks(TimeSpan.FromSeconds(hard), _clock)));
    }

    [TestCase(60, 54)]
    [TestCase(59.9999999, 0)]
    [TestCase(0, 54)]
    public void A_clock_that_was_set_back_takes_its_step_off_a_life_that_is_longer(double setBack, double expected)
    {
        var (_, hardAt) = Lifetime.From(_clock.GetUtcNow().AddSeconds(60), _clock, now: 0, TimeSpan.FromSeconds(setBack));

        Assert.That(hardAt, Is.EqualTo(Lifetime.Ticks(TimeSpan.FromSeconds(expected), _clock)).Within(1));
    }

    [TestCase(60, 61)]
    [TestCase(60.0000001, 1)]
    [TestCase(-60, 59)]
    public void A_grant_of_the_future_is_believed_where_it_is_a_minute_away_at_the_most(double obtainedIn, double expected)
    {
        var now = _clock.GetUtcNow();
        var grant = new Grant { AccessToken = "access", ObtainedAt = now.AddSeconds(obtainedIn), ExpiresAt = now.AddSeconds(obtainedIn).AddHours(1) };

        Assert.That(GrantAge.Believe(grant, _clock).ExpiresAt, Is.EqualTo(now.AddMinutes(expected)).Within(TimeSpan.FromSeconds(1)));
    }

    [Test]
    [Category("I2")]
    public async Task The_exception_of_a_profile_that_answers_at_once_is_not_passed_on([Values] bool isCompleted)
    {
        using var source = SourceOf(new HastyProfile(isCompleted));

        var error = await Assert.CatchAsync(async () => await source.AcquireAsync(ConnectionName.Own, CancellationToken.None));
        var synchronous = Assert.Catch(() => source.AcquireAtOnce(ConnectionName.Own));

        foreach (var told in new[] { error, synchronous })
        {
            Assert.That(told, Is.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.Configuration));
            Assert.That(told!.ToString(), Does.Contain(nameof(FormatException)).And.Not.Contain("canary"));
        }
    }

    [Test]
    public async Task What_is_left_of_a_pause_is_never_less_than_nothing()
    {
        for (var call = 1; call <= 6; call++)
        {
            var clock = new JumpingTime();
            var profile = new CountingProfile(static (_, request, _) => throw request.Failure(AuthorizationErrorKind.Transient, "the endpoint is down", isTransient: true));
            using var source = new CredentialSource(profile, new(() => throw new InvalidOperationException("No token client here."), clock, new InMemoryConnectionStore()));
            await Assert.CatchAsync<AuthorizationException>(async () => await source.AcquireAsync(ConnectionName.Own, CancellationToken.None));

            clock.JumpAfter(call);
            var error = await Assert.CatchAsync<AuthorizationException>(async () => await source.AcquireAsync(ConnectionName.Own, CancellationToken.None));

            Assert.That(error!.RetryAfter, Is.Null.Or.GreaterThanOrEqualTo(TimeSpan.Zero), $"{call}");
        }
    }

    [Test]
    public void The_pause_doubles_to_a_minute_and_honours_the_server()
    {
        Assert.That(BackOff.Pause(1, null, 1), Is.EqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(BackOff.Pause(3, null, 0), Is.EqualTo(TimeSpan.FromSeconds(2)));
        Assert.That(BackOff.Pause(50, null, 1), Is.EqualTo(TimeSpan.FromSeconds(60)));
        Assert.That(BackOff.Pause(1, TimeSpan.FromMinutes(5), 0), Is.EqualTo(TimeSpan.FromMinutes(5)));
        Assert.That(BackOff.Pause(1, TimeSpan.FromDays(5), 0), Is.EqualTo(TimeSpan.FromHours(1)));
    }

    private static async Task EventuallyAsync(Func<bool> condition)
    {
        for (var i = 0; i < 10_000 && !condition(); i++)
        {
            await Task.Yield();
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }

        Assert.That(condition(), Is.True);
    }

    private CredentialSource SourceOf(IAuthorizationProfile profile, IConnectionStore? store = null) =>
        new(profile, new(() => throw new InvalidOperationException("No token client here."), _clock, store ?? new InMemoryConnectionStore()));

    // Says that it answers at once, and fails in the one way or the other.
    private sealed class HastyProfile : IAuthorizationProfile
    {
        private readonly bool _isCompleted;

        public HastyProfile(bool isCompleted)
        {
            _isCompleted = isCompleted;
            Definition = new("hasty", new DelegateOptions { BaseUrl = "https://api.example/" }, new() { AuthorizationType = "Hasty", AnswersAtOnce = true });
            Definition.Validate();
        }

        public ProfileDefinition Definition { get; }

        public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken) =>
            _isCompleted ? ValueTask.FromException<Acquired>(new FormatException("canary")) : throw new FormatException("canary");
    }

    // Jumps ahead behind the back of whoever has just looked, as where a thread has to wait for its turn.
    private sealed class JumpingTime : TimeProvider
    {
        private long _now;
        private int _looks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void JumpAfter(int looks) => _looks = looks;

        public override long GetTimestamp()
        {
            var now = _now;
            if (_looks > 0 && --_looks == 0)
            {
                _now += TimeSpan.TicksPerMinute;
            }

            return now;
        }
    }
}
