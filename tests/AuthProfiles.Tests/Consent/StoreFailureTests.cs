using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Consent;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StoreFailureTests : IAuthorizationStateStore
{
    private readonly InMemoryAuthorizationStateStore _states = new(TimeProvider.System);
    private readonly WatchedStore _store = new();
    private Func<Task> _beforeStates = static () => Task.CompletedTask;

    [Test]
    public async Task A_connection_store_that_fails_is_a_typed_error_without_its_text()
    {
        await using var calendar = new CalendarTest(more: services => services.AddSingleton<IConnectionStore>(_store));
        var begun = await calendar.StartAsync();
        await calendar.ConnectAsync();

        _store.BeforeWrite = static _ => throw Broken();
        await RefusedAsync(() => calendar.Connections.CompleteAsync(CalendarTest.Back(begun), user: "mia"));
        _store.BeforeWrite = static _ => Task.CompletedTask;
        _store.BeforeDelete = static () => throw Broken();
        await RefusedAsync(() => calendar.Connections.DisconnectAsync("calendar", user: "mia"));
        _store.BeforeRead = static () => throw Broken();
        await RefusedAsync(() => calendar.StartAsync());
        await RefusedAsync(() => calendar.Connections.DisconnectAsync("calendar", user: "mia"));
    }

    [Test]
    public async Task A_store_of_begun_consents_that_fails_is_a_typed_error_without_its_text()
    {
        await using var calendar = new CalendarTest(more: services => services.AddSingleton<IAuthorizationStateStore>(this));
        var begun = await calendar.StartAsync();

        _beforeStates = static () => throw Broken();

        await RefusedAsync(() => calendar.StartAsync());
        await RefusedAsync(() => calendar.Connections.CompleteAsync(CalendarTest.Back(begun), user: "mia"));
    }

    [Test]
    public async Task A_consent_that_is_not_completed_in_time_is_a_typed_error_and_is_logged()
    {
        await using var calendar = new CalendarTest(more: services => services.AddSingleton<IConnectionStore>(_store));
        var (reached, never) = (new TaskCompletionSource(), new TaskCompletionSource());
        _store.BeforeWrite = _ =>
        {
            reached.TrySetResult();
            return never.Task;
        };

        var completing = calendar.ConnectAsync();
        await reached.Task;
        calendar.Time.Advance(TimeSpan.FromSeconds(60));

        var error = await Assert.CatchAsync<AuthorizationException>(() => completing);
        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.Transient));
        Assert.That(error.Message, Does.Contain("within 60 seconds"));
        Assert.That(calendar.Logger.Entries.Count(static entry => entry.Id.Name == "ConsentFailed"), Is.EqualTo(1));
    }

    public async ValueTask SaveAsync(PendingAuthorization pending, CancellationToken cancellationToken = default)
    {
        await _beforeStates();
        await _states.SaveAsync(pending, cancellationToken);
    }

    public async ValueTask<PendingAuthorization?> TakeAsync(SecretValue state, CancellationToken cancellationToken = default)
    {
        await _beforeStates();
        return await _states.TakeAsync(state, cancellationToken);
    }

    private static IOException Broken() => new("Host=db;Password=canary");

    private static async Task RefusedAsync(Func<Task> step)
    {
        var error = await Assert.CatchAsync<Exception>(step);

        Assert.That(error, Is.TypeOf<AuthorizationException>());
        Assert.That((((AuthorizationException)error!).Kind, ((AuthorizationException)error).IsTransient), Is.EqualTo((AuthorizationErrorKind.StoreFailure, true)));
        Assert.That(error.ToString(), Does.Not.Contain("canary"));
    }
}
