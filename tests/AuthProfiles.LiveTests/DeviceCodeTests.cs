using AuthProfiles.LiveTests.Infrastructure;
using AuthProfiles.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.LiveTests;

/// <summary>Consent on another device.</summary>
public sealed class DeviceCodeTests : IdpTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    [Test]
    [CancelAfter(60_000)]
    public async Task An_owner_who_approves_is_served_after_polls_that_were_told_to_wait(CancellationToken cancellation)
    {
        var clock = new ManualClock();
        await using var app = AppOf(clock);
        var shown = new TaskCompletionSource<DeviceAuthorization>(TaskCreationOptions.RunContinuationsAsynchronously);
        var logIn = LogInAsync(app, shown, cancellation);
        var device = await shown.Task.WaitAsync(cancellation);

        await PollAsync(clock, logIn, polls: 1);
        await Idp.FailAsync(1, 400, new { error = "slow_down" });
        await PollAsync(clock, logIn, polls: 2);
        await Idp.ApproveDeviceAsync(device.UserCode);
        await PollAsync(clock, logIn, polls: 3);
        var completed = await logIn.WaitAsync(cancellation);

        var stats = await Idp.StatsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(completed.Connection.State, Is.EqualTo(ConnectionState.Active));
            Assert.That(stats.TokenLog.Select(static entry => entry.Error), Is.EqualTo(["authorization_pending", "(injected)", null]));
            Assert.That(clock.UtcNow - ManualClock.Start, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(5 + 5 + 10)), "the server names no interval, and slow_down makes it longer for good");
        });
        Assert.That((await CallAsync(app.CreateClient())).Sub, Is.EqualTo("user-1"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task An_owner_who_refuses_ends_it(CancellationToken cancellation)
    {
        var clock = new ManualClock();
        await using var app = AppOf(clock);
        var shown = new TaskCompletionSource<DeviceAuthorization>(TaskCreationOptions.RunContinuationsAsynchronously);
        var logIn = LogInAsync(app, shown, cancellation);
        await Idp.DenyDeviceAsync((await shown.Task.WaitAsync(cancellation)).UserCode);

        await PollAsync(clock, logIn, polls: 1);
        var error = await Assert.CatchAsync<AuthorizationRequiredException>(() => logIn.WaitAsync(cancellation));

        Assert.That(error!.ErrorCode, Is.EqualTo("access_denied"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_grant_of_a_device_is_renewed(CancellationToken cancellation)
    {
        var clock = new ManualClock();
        await using var app = AppOf(clock);
        var shown = new TaskCompletionSource<DeviceAuthorization>(TaskCreationOptions.RunContinuationsAsynchronously);
        var logIn = LogInAsync(app, shown, cancellation);
        await Idp.ApproveDeviceAsync((await shown.Task.WaitAsync(cancellation)).UserCode);
        await PollAsync(clock, logIn, polls: 1);
        await logIn.WaitAsync(cancellation);

        clock.Advance(TimeSpan.FromHours(2));

        Assert.That((await CallAsync(app.CreateClient())).Sub, Is.EqualTo("user-1"));
        Assert.That((await Idp.StatsAsync()).TokenRequests.ByGrant["refresh_token"], Is.EqualTo(1));
    }

    private static Task<CompletedAuthorization> LogInAsync(LiveApp app, TaskCompletionSource<DeviceAuthorization> shown, CancellationToken cancellation) =>
        app.Services.GetRequiredService<IConnections>().LogInAsync(
            LiveApp.Profile,
            options: new()
            {
                ShowDeviceCode = (device, _) =>
                {
                    shown.TrySetResult(device);
                    return Task.CompletedTask;
                },
            },
            cancellationToken: cancellation);

    /// <summary>Moves the time in steps that are short beside the limits of a request, until the server has had so many polls.</summary>
    private async Task PollAsync(ManualClock clock, Task logIn, int polls)
    {
        while (!logIn.IsCompleted && (await Idp.StatsAsync()).TokenRequests.ByStatus.Values.Sum() < polls)
        {
            clock.Advance(Step);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
        }
    }

    private LiveApp AppOf(TimeProvider clock) => new(
        profiles => profiles.AddDeviceCode(LiveApp.Profile, options =>
        {
            LiveApp.Describe(options, Idp, "device");
            (options.TokenUrl, options.Issuer) = (null, Idp.Fixture.Issuer);
            options.Scope["scope"] = "read";
        }),
        clock: clock);
}
