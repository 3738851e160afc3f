using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Consent;

[TestFixture]
[CancelAfter(60_000)]
public sealed class RefusedGrantTests
{
    [Test]
    public async Task A_grant_that_the_service_refuses_is_revoked([Values(401, 503)] int status)
    {
        await using var calendar = new CalendarTest(static o => (o.Probe, o.RevocationUrl) = ("GET me", "https://login.calendar.example/revoke"));
        calendar.Api = _ => CalendarTest.Json(status, "{}");

        await Assert.CatchAsync<AuthorizationException>(() => calendar.ConnectAsync());

        AssertRevoked(calendar);
    }

    [Test]
    public async Task A_grant_with_another_ones_ID_token_is_revoked()
    {
        await using var calendar = new CalendarTest(static o => (o.Scope["scope"], o.RevocationUrl) = ("openid", "https://login.calendar.example/revoke"));
        calendar.Token = static _ => CalendarTest.Json(200, """{"access_token":"at-1","token_type":"Bearer","refresh_token":"rt-1","id_token":"e30.e30.sig"}""");

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.ConnectAsync());

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidToken));
        Assert.That(refused.Message, Does.EndWith("the ID token is for another client (OpenID Connect Core, section 3.1.3.7): the connection is not authorized. Begin again."));
        AssertRevoked(calendar);
    }

    [Test]
    public async Task A_grant_whose_token_nobody_can_send_is_revoked()
    {
        await using var calendar = new CalendarTest(static o => o.RevocationUrl = "https://login.calendar.example/revoke");
        calendar.Token = static _ => CalendarTest.Json(200, """{"access_token":"at\n1","token_type":"Bearer","refresh_token":"rt-1"}""");

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.ConnectAsync());

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidToken));
        AssertRevoked(calendar);
    }

    [Test]
    public async Task A_grant_that_no_store_takes_is_revoked()
    {
        await using var calendar = new CalendarTest(
            static o => o.RevocationUrl = "https://login.calendar.example/revoke",
            static services => services.AddSingleton<IConnectionStore>(new FullStore()));

        await Assert.CatchAsync<Exception>(() => calendar.ConnectAsync());

        AssertRevoked(calendar);
    }

    [Test]
    public async Task What_is_told_is_what_went_wrong_whatever_becomes_of_the_revocation([Values(true, false)] bool answers)
    {
        await using var calendar = new CalendarTest(static o => (o.Probe, o.RevocationUrl) = ("GET me", "https://login.calendar.example/revoke"));
        calendar.Api = static _ => CalendarTest.Json(403, "{}");
        var before = calendar.Time.GetUtcNow();
        var start = await calendar.StartAsync();
        calendar.BeforeToken = () => answers || calendar.TokenRequests.Count < 2 ? Task.CompletedTask : new TaskCompletionSource().Task;
        var token = calendar.Token;
        calendar.Token = request => request.RequestUri!.AbsolutePath == "/token" ? token(request) : CalendarTest.Json(400, """{"error":"invalid_request"}""");

        var completing = calendar.Connections.CompleteAsync(CalendarTest.Back(start), user: "mia");
        await calendar.Time.RunAsync(completing);

        var refused = await Assert.CatchAsync<AuthorizationException>(() => completing);
        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidToken));
        Assert.That(calendar.Time.GetUtcNow() - before, Is.LessThanOrEqualTo(TimeSpan.FromSeconds(11)));
    }

    [Test]
    public async Task A_grant_that_is_stored_is_not_revoked()
    {
        await using var calendar = new CalendarTest(static o => o.RevocationUrl = "https://login.calendar.example/revoke");

        await calendar.ConnectAsync();

        Assert.That(calendar.TokenRequests, Has.Count.EqualTo(1));
    }

    private static void AssertRevoked(CalendarTest calendar)
    {
        var revocation = calendar.TokenRequests[^1];
        Assert.That(revocation.Address.AbsoluteUri, Is.EqualTo("https://login.calendar.example/revoke"));
        Assert.That(CalendarTest.Parameters(revocation.Body!)["token"], Is.EqualTo("rt-1"));
    }

    /// <summary>A store that has nothing and takes nothing.</summary>
    private sealed class FullStore : IConnectionStore
    {
        public ValueTask<StoredConnection?> ReadAsync(ConnectionKey key, CancellationToken cancellationToken = default) => new((StoredConnection?)null);

        public ValueTask<long?> TryWriteAsync(Connection connection, long expectedVersion, CancellationToken cancellationToken = default) => throw new IOException("It is full.");

        public ValueTask<bool> DeleteAsync(ConnectionKey key, CancellationToken cancellationToken = default) => new(false);

        public IAsyncEnumerable<ConnectionKey> ListAsync(string profile, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<IRenewalLease?> TryLeaseAsync(ConnectionKey key, TimeSpan duration, CancellationToken cancellationToken = default) => new((IRenewalLease?)null);
    }
}
