using AuthProfiles.Acquisition;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>What becomes of what a store throws.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StoreCallTests : IDisposable
{
    private readonly CancellationTokenSource _caller = new();
    private readonly List<Exception> _told = [];

    [TearDown]
    public void Dispose() => _caller.Dispose();

    [Test]
    public async Task An_answer_is_passed_on([Values] bool isAtOnce) =>
        Assert.That(await GuardAsync(async () =>
        {
            await Task.Delay(isAtOnce ? TimeSpan.Zero : TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
            return 7;
        }), Is.EqualTo(7));

    [Test]
    public async Task What_a_store_throws_is_told_by_another_error([Values] bool isCancelled)
    {
        var broken = new IOException("canary");
        await CancelAsync(isCancelled);

        var error = await Assert.CatchAsync(() => GuardAsync(() => throw broken));

        Assert.That(error, Is.TypeOf<AuthorizationException>().With.Message.EqualTo("told"));
        Assert.That(_told, Is.EqualTo(new[] { broken }));
    }

    [Test]
    public async Task An_error_that_is_typed_already_stays([Values] bool isCancelled)
    {
        var typed = new AuthorizationException(AuthorizationErrorKind.StoreFailure, "orders", "typed");
        await CancelAsync(isCancelled);

        Assert.That(await Assert.CatchAsync(() => GuardAsync(() => throw typed)), Is.SameAs(typed));
        Assert.That(_told, Is.Empty);
    }

    [Test]
    public async Task A_caller_that_gives_up_is_told_so_and_of_no_failure()
    {
        var never = new TaskCompletionSource<int>();
        var waiting = GuardAsync(() => new(never.Task));

        await _caller.CancelAsync();

        Assert.That(await Assert.CatchAsync(() => waiting), Is.InstanceOf<OperationCanceledException>());
        Assert.That(_told, Is.Empty);
    }

    [Test]
    public async Task A_store_that_gives_up_by_itself_has_failed()
    {
        var error = await Assert.CatchAsync(() => GuardAsync(static () => throw new OperationCanceledException()));

        Assert.That(error, Is.TypeOf<AuthorizationException>());
        Assert.That(_told.Single(), Is.InstanceOf<OperationCanceledException>());
    }

    private Task CancelAsync(bool isCancelled) => isCancelled ? _caller.CancelAsync() : Task.CompletedTask;

    private Task<int> GuardAsync(Func<ValueTask<int>> call) => StoreCall.GuardAsync(
        call,
        error =>
        {
            _told.Add(error);
            return new(AuthorizationErrorKind.StoreFailure, "orders", "told");
        },
        _caller.Token).AsTask();
}
