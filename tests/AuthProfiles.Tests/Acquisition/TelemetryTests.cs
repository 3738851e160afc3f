using System.Diagnostics;
using System.Diagnostics.Metrics;
using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Acquisition;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[NonParallelizable]
public sealed class TelemetryTests
{
    private const string Profile = "counted";
    private const string Duration = "authprofiles.acquisition.duration";

    private readonly ManualClock _clock = new();
    private readonly Meter _meter = new("AuthProfiles");
    private readonly MeterListener _listener = new();
    private readonly List<(string Instrument, double Value, string Tags)> _measured = [];
    private readonly ActivityListener _tracer;
    private readonly List<Activity> _spans = [];

    public TelemetryTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, _meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
        _tracer = new()
        {
            ShouldListenTo = static source => source.Name == "AuthProfiles",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (_spans)
                {
                    _spans.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_tracer);
    }

    [TearDown]
    public void TearDown()
    {
        _tracer.Dispose();
        _listener.Dispose();
        _meter.Dispose();
    }

    [Test]
    public async Task An_acquisition_and_a_renewal_are_timed_apart_with_age_and_lifetime()
    {
        using var source = SourceOf(Tokens());
        var held = await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        _clock.Advance(TimeSpan.FromMinutes(10));
        await source.RenewAsync(ConnectionName.Own, held, CancellationToken.None);

        Assert.That(Of(Duration).Select(static entry => entry.Tags), Is.EqualTo(new[]
        {
            "authprofiles.operation=acquire;authprofiles.profile=counted;authprofiles.type=Counting",
            "authprofiles.operation=renew;authprofiles.profile=counted;authprofiles.type=Counting",
        }));
        Assert.That(Of("authprofiles.credential.lifetime").Select(static entry => entry.Value), Is.EqualTo(new[] { 3600.0, 3600.0 }));
        Assert.That(Of("authprofiles.credential.age").Select(static entry => entry.Value), Is.EqualTo(new[] { 600.0 }));
        Assert.That(Of("authprofiles.credential.refusals").Select(static entry => entry.Value), Is.EqualTo(new[] { 1.0 }));
    }

    [Test]
    public async Task A_credential_that_was_looked_at_again_and_is_still_good_is_no_acquisition()
    {
        var store = new WatchedStore();
        await store.TryWriteAsync(new() { Key = new("counted", null, "mia") }, 0);
        using var source = SourceOf(Tokens(), store);
        var name = new ConnectionName(null, "mia");
        await source.AcquireAsync(name, CancellationToken.None);
        var reads = store.Reads;
        _clock.Advance(TimeSpan.FromMinutes(6));

        await source.AcquireAsync(name, CancellationToken.None);
        await Eventually.HoldsAsync(() => store.Reads == reads + 1 && source.TryGetWarm(name, out _));
        await source.DisposeAsync();
        await Eventually.HoldsAsync(() => SpansOf().Count == 2);

        Assert.That((Of(Duration).Count, Of("authprofiles.credential.lifetime").Count, Of("authprofiles.credential.age").Count), Is.EqualTo((1, 1, 0)));
    }

    [Test]
    public async Task A_failure_is_timed_with_its_kind_and_what_is_held_back_is_not()
    {
        using var source = SourceOf(new CountingProfile(static (_, request, _) => throw request.Failure(AuthorizationErrorKind.ClientRefused, "no")));

        for (var i = 0; i < 3; i++)
        {
            await Assert.CatchAsync<AuthorizationException>(async () => await source.AcquireAsync(ConnectionName.Own, CancellationToken.None));
        }

        Assert.That(Of(Duration).Select(static entry => entry.Tags), Is.EqualTo(new[]
        {
            "authprofiles.operation=acquire;authprofiles.profile=counted;authprofiles.type=Counting;error.type=ClientRefused",
        }));
    }

    [Test]
    public async Task Waiters_are_counted_while_they_wait_those_that_give_up_too()
    {
        var gate = new TaskCompletionSource();
        using var source = SourceOf(new CountingProfile(async (_, _, _) =>
        {
            await gate.Task;
            return Credential.Bearer("token");
        }));
        using var impatient = new CancellationTokenSource();
        var waiters = Enumerable.Range(0, 10).Select(i => source.AcquireAsync(ConnectionName.Own, i < 5 ? impatient.Token : CancellationToken.None).AsTask()).ToArray();
        Assert.That(Of("authprofiles.acquisition.waiters").Sum(static entry => entry.Value), Is.EqualTo(10));

        await impatient.CancelAsync();
        await Eventually.HoldsAsync(() => Of("authprofiles.acquisition.waiters").Sum(static entry => entry.Value) == 5);
        gate.SetResult();
        await Task.WhenAll(waiters.Skip(5));

        Assert.That(Of("authprofiles.acquisition.waiters").Sum(static entry => entry.Value), Is.Zero);
    }

    [Test]
    public async Task An_acquisition_has_a_span_of_its_own_that_is_linked_to_the_call_that_set_it_off()
    {
        using var source = SourceOf(Tokens());
        using var call = new Activity("call").SetIdFormat(ActivityIdFormat.W3C).Start();

        await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);

        var span = SpansOf().Single();
        Assert.That((span.OperationName, span.Kind, span.Status, span.ParentId), Is.EqualTo(("authprofiles.acquire", ActivityKind.Internal, ActivityStatusCode.Unset, (string?)null)));
        Assert.That(span.Links.Single().Context.SpanId, Is.EqualTo(call.SpanId));
        Assert.That(span.TagObjects.ToDictionary(), Is.EquivalentTo(new Dictionary<string, object?>
        {
            ["authprofiles.profile"] = Profile,
            ["authprofiles.type"] = "Counting",
            ["authprofiles.operation"] = "acquire",
        }));
    }

    [Test]
    public async Task A_failed_acquisition_fails_its_span_by_its_kind()
    {
        using var source = SourceOf(new CountingProfile(static (_, request, _) => throw request.Failure(AuthorizationErrorKind.Transient, "no", isTransient: true)));

        await Assert.CatchAsync<AuthorizationException>(async () => await source.AcquireAsync(ConnectionName.Own, CancellationToken.None));

        var span = SpansOf().Single();
        Assert.That((span.Status, span.StatusDescription, span.GetTagItem("error.type")), Is.EqualTo((ActivityStatusCode.Error, (string?)null, "Transient")));
    }

    [Test]
    [Category("I2")]
    public async Task No_tag_holds_a_secret_a_tenant_or_a_user()
    {
        var provider = new RotatingProvider(_clock);
        var store = new InMemoryConnectionStore();
        await store.TryWriteAsync(new() { Key = new("kept", "canary-tenant", "canary-user"), Grant = provider.Issue() with { AccessToken = "canary-access", RefreshToken = "canary-refresh" } }, 0);
        using var source = SourceOf(new KeepingProfile(provider), store);
        var name = ConnectionName.Create("kept", "canary-tenant", "canary-user");
        var held = await source.AcquireAsync(name, CancellationToken.None);
        await Assert.CatchAsync<AuthorizationRequiredException>(() => source.RenewAsync(name, held, CancellationToken.None).AsTask());

        Assert.That(_measured.Select(static entry => entry.Tags), Has.Some.Contains("kept").And.None.Contains("canary"));
        Assert.That(SpansOf("kept"), Has.Count.EqualTo(2));
        foreach (var span in SpansOf("kept"))
        {
            var text = $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Events)} {string.Join(' ', span.Baggage)}";
            Assert.That(text, Does.Not.Contain("canary"));
        }
    }

    [Test]
    public async Task A_listener_that_throws_keeps_nobody_waiting()
    {
        using var broken = new MeterListener { InstrumentPublished = (instrument, listener) => Enable(instrument, listener, _meter) };
        broken.SetMeasurementEventCallback<double>(static (_, _, _, _) => throw new InvalidOperationException("broken listener"));
        broken.Start();
        using var source = SourceOf(Tokens());

        await Task.WhenAny(source.AcquireAsync(ConnectionName.Own, CancellationToken.None).AsTask()).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.That(source.TryGetWarm(ConnectionName.Own, out _), Is.True);
    }

    [Test]
    public void A_container_measures_by_its_own_meters()
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddApiKey("weather", static options => (options.BaseUrl, options.Key) = ("https://api.example/", "k"));
        using var provider = services.BuildServiceProvider();

        var meter = provider.GetRequiredService<IMeterFactory>().Create("AuthProfiles");
        var instruments = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (ReferenceEquals(instrument.Meter, meter))
            {
                instruments.Add(instrument.Name);
            }
        };
        provider.GetRequiredService<IHttpClientFactory>();
        _ = provider.GetRequiredService<IAuthorizationTester>();
        listener.Start();

        Assert.That(instruments, Is.EquivalentTo(new[]
        {
            Duration, "authprofiles.acquisition.waiters", "authprofiles.credential.refusals", "authprofiles.credential.age", "authprofiles.credential.lifetime",
        }));
    }

    private static void Enable(Instrument instrument, MeterListener listener, Meter meter)
    {
        if (ReferenceEquals(instrument.Meter, meter))
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = string.Join(';', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
        lock (_measured)
        {
            _measured.Add((instrument.Name, value, text));
        }
    }

    private List<(string Instrument, double Value, string Tags)> Of(string instrument)
    {
        lock (_measured)
        {
            return [.. _measured.Where(entry => entry.Instrument == instrument)];
        }
    }

    private List<Activity> SpansOf(string profile = Profile)
    {
        lock (_spans)
        {
            return [.. _spans.Where(span => profile.Equals(span.GetTagItem("authprofiles.profile")))];
        }
    }

    private static CountingProfile Tokens() => new();

    private CredentialSource SourceOf(IAuthorizationProfile profile, IConnectionStore? store = null) =>
        new(profile, new(static () => throw new InvalidOperationException("No token client here."), _clock, store ?? new InMemoryConnectionStore()) { Meter = new(_meter) });
}
