using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>When an acquisition begins, when it does not, and what it leaves of its caller's own state.</summary>
[TestFixture]
public sealed class HeldBackTests
{
    private readonly ManualClock _clock = new();

    [Test]
    public async Task Each_failure_in_a_row_holds_the_next_attempt_back_for_twice_as_long_and_a_success_ends_that()
    {
        var isDown = true;
        var profile = new CountingProfile((_, request, _) => isDown
            ? throw request.Failure(AuthorizationErrorKind.Transient, "the endpoint is down", isTransient: true)
            : new(Credential.Bearer("token", request.Clock.GetUtcNow().AddMinutes(1))));
        using var source = SourceOf(profile);
        foreach (var seconds in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
        {
            Assert.That(await FailAsync(source), Is.EqualTo(TimeSpan.FromSeconds(seconds)));
            _clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        isDown = false;
        await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        isDown = true;
        _clock.Advance(TimeSpan.FromMinutes(2));

        Assert.That(await FailAsync(source), Is.EqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(profile.Count, Is.EqualTo(10));
    }

    [Test]
    public void A_caller_who_has_gone_begins_nothing()
    {
        var profile = new CountingProfile();
        using var source = SourceOf(profile);

        Assert.That(async () => await source.AcquireAsync(ConnectionName.Own, new(canceled: true)), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(profile.Count, Is.Zero);
    }

    [Test]
    public void The_callers_ambient_state_flows_on_as_it_did([Values] bool isSuppressed)
    {
        using var source = SourceOf(new CountingProfile());
        var before = isSuppressed ? ExecutionContext.SuppressFlow() : default(AsyncFlowControl?);
        try
        {
            _ = source.AcquireAsync(ConnectionName.Own, CancellationToken.None).AsTask();

            Assert.That(ExecutionContext.IsFlowSuppressed(), Is.EqualTo(isSuppressed));
        }
        finally
        {
            before?.Undo();
        }
    }

    // Fails once, and asks again at once: that one is told how long it is held back.
    private static async Task<TimeSpan?> FailAsync(CredentialSource source)
    {
        await Assert.CatchAsync<AuthorizationException>(async () => await source.AcquireAsync(ConnectionName.Own, CancellationToken.None));
        return (await Assert.CatchAsync<AuthorizationException>(async () => await source.AcquireAsync(ConnectionName.Own, CancellationToken.None)))!.RetryAfter;
    }

    private CredentialSource SourceOf(IAuthorizationProfile profile) =>
        new(profile, new(static () => throw new InvalidOperationException("No token client here."), _clock, new InMemoryConnectionStore()) { NextRandom = static () => 1 });
}
