using System.Collections.Concurrent;
using System.Net;
using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Acquisition;

[Category("I6")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StressTests
{
    private readonly ManualClock _clock = new();

    [Test]
    [CancelAfter(300_000)]
    public async Task S2_Ten_thousand_callers_on_a_cold_key_make_one_acquisition_whoever_gives_up(CancellationToken cancellation)
    {
        const int Rounds = 100;
        const int Callers = 10_000;
        var profile = new CountingProfile(async (number, request, token) =>
        {
            await Task.Yield();
            token.ThrowIfCancellationRequested();
            return Credential.Bearer($"{request.Connection.Key.Tenant}-{number}", request.Clock.GetUtcNow().AddHours(1));
        });
        using var source = SourceOf(profile);
        var wrong = new ConcurrentQueue<string>();
        for (var round = 0; round < Rounds; round++)
        {
            var name = new ConnectionName($"tenant-{round}", user: null);
            using var leader = new CancellationTokenSource();
            var isCancelled = round % 2 == 0;
            var calls = new Task<HeldCredential>[Callers];
            for (var caller = 0; caller < Callers; caller++)
            {
                calls[caller] = source.AcquireAsync(name, caller == 0 ? leader.Token : CancellationToken.None).AsTask();
                if (caller == 0 && isCancelled)
                {
                    await leader.CancelAsync();
                }
            }

            var others = await Task.WhenAll(calls.Skip(1)).WaitAsync(cancellation);
            if (others.Distinct().Count() != 1 || !others[0].Credential.Fields[0].Value.Reveal().StartsWith($"Bearer tenant-{round}-", StringComparison.Ordinal))
            {
                wrong.Enqueue($"round {round}: another credential");
            }

            await ((Task)calls[0]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!isCancelled && !calls[0].IsCompletedSuccessfully)
            {
                wrong.Enqueue($"round {round}: the first caller failed");
            }
        }

        Assert.That(wrong, Is.Empty);
        Assert.That(profile.Count, Is.EqualTo(Rounds));
    }

    [Test]
    public async Task A_hot_credential_stays_where_a_hundred_thousand_others_come()
    {
        var profile = new TraitProfile(new() { AuthorizationType = "Orders", AnswersAtOnce = true }, static options => options.AllowAnyTenant = true);
        using var source = SourceOf(profile);
        var (hot, cold) = (ConnectionName.Own, new ConnectionName("cold", null));
        await source.GetTargetAsync(cold, CancellationToken.None);
        await source.AcquireAsync(cold, CancellationToken.None);
        await source.AcquireAsync(hot, CancellationToken.None);
        await source.AcquireAsync(hot, CancellationToken.None);

        for (var i = 0; i < EntryBound.Most; i++)
        {
            await source.GetTargetAsync(new ConnectionName($"tenant-{i}", null), CancellationToken.None);
        }

        Assert.That((source.TryGetWarm(hot, out _), source.TryGetWarm(cold, out _)), Is.EqualTo((true, false)));
    }

    [Test]
    [Category("I8")]
    [CancelAfter(300_000)]
    public async Task Waiters_that_give_up_at_random_fail_nobody_else_and_lose_no_grant(CancellationToken cancellation)
    {
        const int Rounds = 1_000;
        const int Callers = 100;
        var provider = new RotatingProvider(_clock) { Lifetime = TimeSpan.FromMinutes(10) };
        var store = new InMemoryConnectionStore();
        await store.TryWriteAsync(new() { Key = new("kept", null, "mia"), Grant = provider.Issue() }, 0, cancellation);
        using var source = new CredentialSource(new KeepingProfile(provider), new(static () => throw new InvalidOperationException("No token client here."), _clock, store));
        var name = ConnectionName.Create("kept", null, "mia");
        var random = new Random(20_260_504);
        var failed = new ConcurrentQueue<string>();
        for (var round = 1; round <= Rounds; round++)
        {
            _clock.Advance(TimeSpan.FromMinutes(11));
            var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            provider.During = () => gate.Task;
            var callers = Enumerable.Range(0, Callers).Select(static _ => new CancellationTokenSource()).ToArray();
            var calls = callers.Select(caller => source.AcquireAsync(name, caller.Token).AsTask()).ToArray();
            var impatient = Enumerable.Range(0, Callers).Where(_ => random.Next(2) == 0).ToHashSet();
            foreach (var caller in impatient.OrderBy(_ => random.Next()))
            {
                await callers[caller].CancelAsync();
            }

            gate.SetResult();
            for (var caller = 0; caller < Callers; caller++)
            {
                await ((Task)calls[caller]).WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (calls[caller].IsCompletedSuccessfully == impatient.Contains(caller))
                {
                    failed.Enqueue($"round {round}, caller {caller}: {calls[caller].Status}");
                }

                callers[caller].Dispose();
            }

            // Where all have given up, the grant is still on its way.
            await source.AcquireAsync(name, cancellation);
        }

        var stored = await store.ReadAsync(new("kept", null, "mia"), cancellation);
        Assert.That(failed, Is.Empty);
        Assert.That((provider.Redemptions, provider.Reuses), Is.EqualTo((Rounds, 0)));
        Assert.That(stored!.Connection.Grant!.RefreshToken!.Reveal(), Is.EqualTo($"refresh-{Rounds + 1}"));
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task A_thousand_calls_refused_at_once_make_one_renewal_late_ones_included(CancellationToken cancellation)
    {
        const int Callers = 1_000;
        var refused = 0;
        var allRefused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var primary = new AnsweringPrimary(async request =>
        {
            if (request.Headers.Authorization!.Parameter != "token-1")
            {
                return HttpStatusCode.OK;
            }

            // A tenth of the refusals come when the others have been renewed and sent again.
            var number = Interlocked.Increment(ref refused);
            if (number == Callers * 9 / 10)
            {
                allRefused.SetResult();
            }

            await allRefused.Task;
            return HttpStatusCode.Unauthorized;
        });
        var profile = new CountingProfile();
        using var http = Clients.Over(primary, profile, _clock);

        var first = Enumerable.Range(0, Callers * 9 / 10).Select(_ => http.GetAsync("x", cancellation)).ToArray();
        var late = Enumerable.Range(0, Callers / 10).Select(_ => primary.SendLateAsync(http, cancellation)).ToArray();
        await Task.WhenAll(first);
        primary.LetLateOnesGo();
        await Task.WhenAll(late);

        Assert.That(first.Concat(late).Select(static call => call.Result.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(profile.Count, Is.EqualTo(2));
    }

    [TestCase(HttpStatusCode.Forbidden)]
    [TestCase(HttpStatusCode.TooManyRequests)]
    [TestCase(HttpStatusCode.InternalServerError)]
    [TestCase(HttpStatusCode.ServiceUnavailable)]
    public async Task RT_16_No_other_answer_than_401_renews(HttpStatusCode status)
    {
        using var primary = new StubPrimary(status);
        var profile = new CountingProfile();
        using var http = Clients.Over(primary, profile, _clock);

        using var response = await http.GetAsync("x");

        Assert.That((response.StatusCode, profile.Count, primary.Sent.Count), Is.EqualTo((status, 1, 1)));
    }

    [Test]
    public async Task RT_15_A_service_that_refuses_for_ever_is_not_renewed_for_ever()
    {
        using var primary = new StubPrimary(HttpStatusCode.Unauthorized);
        var profile = new CountingProfile();
        using var http = Clients.Over(primary, profile, _clock);

        for (var seconds = 0; seconds < 600; seconds++)
        {
            using var response = await http.GetAsync("x");
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        // 5, 10, 20, 40 and then 60 seconds apart.
        Assert.That(profile.Count, Is.InRange(10, 15));
    }

    [Test]
    public async Task RT_13_A_dead_provider_is_asked_once_in_each_step_over_all_callers()
    {
        var profile = new CountingProfile(static (_, request, _) => throw request.Failure(AuthorizationErrorKind.Transient, "down", isTransient: true));
        using var source = new CredentialSource(profile, new(static () => throw new InvalidOperationException("No token client here."), _clock, new InMemoryConnectionStore()) { NextRandom = static () => 1 });

        for (var seconds = 0; seconds < 300; seconds++)
        {
            foreach (var call in Enumerable.Range(0, 20).Select(_ => source.AcquireAsync(ConnectionName.Own, CancellationToken.None).AsTask()).ToArray())
            {
                var error = await Assert.CatchAsync<AuthorizationException>(() => call);
                Assert.That(error!.IsTransient, Is.True);
            }

            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        // At 0, 1, 3, 7, 15, 31, 63, 123, 183 and 243 seconds.
        Assert.That(profile.Count, Is.EqualTo(10));
    }

    private CredentialSource SourceOf(IAuthorizationProfile profile) =>
        new(profile, new(static () => throw new InvalidOperationException("No token client here."), _clock, new InMemoryConnectionStore()));

    /// <summary>Answers asynchronously; late calls are sent with the rest, and their refusal comes last.</summary>
    private sealed class AnsweringPrimary(Func<HttpRequestMessage, Task<HttpStatusCode>> answer) : HttpMessageHandler
    {
        private readonly TaskCompletionSource _late = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void LetLateOnesGo() => _late.SetResult();

        public Task<HttpResponseMessage> SendLateAsync(HttpClient http, CancellationToken cancellationToken) => http.GetAsync("late", cancellationToken);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath == "/late" && request.Headers.Authorization!.Parameter == "token-1")
            {
                await _late.Task;
                return new(HttpStatusCode.Unauthorized) { RequestMessage = request };
            }

            return new(await answer(request)) { RequestMessage = request };
        }
    }
}
