using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.Tests.Acquisition;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LogTests
{
    private readonly ManualClock _clock = new();
    private readonly ListLogger _logger = new();

    [Test]
    [Category("I2")]
    public async Task An_acquisition_is_logged_without_the_credential()
    {
        using var source = SourceOf((_, _, _) => ValueTask.FromResult(Credential.Bearer("s3cret", _clock.GetUtcNow().AddHours(1))));

        var name = ConnectionName.Create("counted", "acme", "mia");
        await source.Environment.Store.TryWriteAsync(new() { Key = new("counted", name), State = ConnectionState.Active }, 0, CancellationToken.None);

        await source.AcquireAsync(name, CancellationToken.None);

        var entry = _logger.Entries.Single();
        Assert.That((entry.Level, entry.Id.Id, entry.Id.Name), Is.EqualTo((LogLevel.Debug, 1, "CredentialAcquired")));
        Assert.That(entry.Message, Does.Contain("'acme'").And.Not.Contain("s3cret").And.Not.Contain("mia"));
    }

    [Test]
    public async Task A_failed_first_acquisition_and_a_failed_renewal_are_different_warnings()
    {
        var fails = true;
        using var source = SourceOf((_, request, _) => fails
            ? throw request.Failure(AuthorizationErrorKind.Transient, "it rains s3cret", isTransient: true)
            : ValueTask.FromResult(Credential.Bearer("token", _clock.GetUtcNow().AddHours(1))));
        await Assert.CatchAsync<AuthorizationException>(async () => await source.AcquireAsync(ConnectionName.Own, CancellationToken.None));
        _clock.Advance(TimeSpan.FromMinutes(2));
        fails = false;
        var held = await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        fails = true;

        await source.RenewAsync(ConnectionName.Own, held, CancellationToken.None);

        Assert.That(_logger.Entries.Select(static entry => (entry.Level, entry.Id.Name)), Is.EqualTo(new[]
        {
            (LogLevel.Warning, "AcquisitionFailed"),
            (LogLevel.Debug, "CredentialAcquired"),
            (LogLevel.Debug, "CredentialRefused"),
            (LogLevel.Warning, "RenewalFailed"),
        }));
        Assert.That(_logger.Entries.Select(static entry => entry.Id.Id), Is.EqualTo(new[] { 3, 1, 4, 2 }));
        Assert.That(_logger.Entries.Select(static entry => entry.Message), Has.None.Contains("s3cret"));
    }

    [TestCase(null, "has no credential for tenant '': Transient. Requests are refused; the next attempt is ")]
    [TestCase("slow_down", "has no credential for tenant '': Transient (slow_down). Requests are refused; the next attempt is ")]
    public async Task A_failure_is_logged_with_its_kind_and_the_code_where_there_is_one(string? code, string expected)
    {
        using var source = SourceOf((_, _, _) => throw new AuthorizationException(AuthorizationErrorKind.Transient, "counted", "s3cret") { ErrorCode = code });
        await Assert.CatchAsync<AuthorizationException>(async () => await source.AcquireAsync(ConnectionName.Own, CancellationToken.None));

        Assert.That(_logger.Entries.Single().Message, Does.Contain(expected).And.Not.Contain("s3cret").And.Match("is [0-9]+\\.[0-9] s away\\.$"));
    }

    [Test]
    public async Task What_is_missing_in_the_settings_is_logged_with_its_cure()
    {
        using var source = SourceOf((_, request, _) => ValueTask.FromResult(Credential.Bearer(request.Require("key"))));
        await Assert.CatchAsync<AuthorizationException>(async () => await source.AcquireAsync(new("acme", null), CancellationToken.None));

        Assert.That(_logger.Entries.Single().Message, Does.Contain("for tenant 'acme': Profile 'counted' for tenant 'acme': Key is missing. Set AuthProfiles:Profiles:counted:Connections:acme:Key "));
    }

    [Test]
    public async Task A_fresh_credential_that_is_refused_as_well_is_a_warning_once()
    {
        using var source = SourceOf((number, _, _) => ValueTask.FromResult(Credential.Bearer($"token-{number}")));
        using var primary = new StubPrimary(System.Net.HttpStatusCode.Unauthorized);
        using var handler = new CredentialHandler(source, binding: null) { InnerHandler = primary };
        using var http = new HttpMessageInvoker(handler);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example/");
            using var response = await http.SendAsync(request, CancellationToken.None);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.That(_logger.Entries.Where(static entry => entry.Level == LogLevel.Warning).Select(static entry => (entry.Id.Id, entry.Id.Name)), Is.EqualTo(new[] { (26, "FreshRefused") }));
    }

    [TestCase("""{"ok":true}""", false)]
    [TestCase("""{"error":"token_expired"}""", true)]
    public async Task A_fresh_credential_is_refused_only_by_an_answer_that_would_refuse_the_first(string second, bool refused)
    {
        var answers = new Queue<string>(["""{"error":"token_expired"}""", second]);
        using var primary = new StubPrimary(_ => new() { Content = new StringContent(answers.Dequeue()) });
        var count = 0;
        var profile = new DelegateProfile("counted", new()
        {
            BaseUrl = "https://api.example/",
            Acquire = (_, _) => new(Credential.Bearer($"token-{++count}")),
            ExpiredWhen = { new(System.Net.HttpStatusCode.OK, "/error", "token_expired") },
        });
        using var source = SourceOf(profile);
        using var handler = new CredentialHandler(source, binding: null) { InnerHandler = primary };
        using var http = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example/");

        using var response = await http.SendAsync(request, CancellationToken.None);

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(second));
        Assert.That(primary.Sent.Select(static sent => sent["Authorization"]), Is.EqualTo(new[] { "Bearer token-1", "Bearer token-2" }));
        Assert.That(_logger.Entries.Any(static entry => entry.Id.Name == "FreshRefused"), Is.EqualTo(refused));
    }

    [Test]
    public async Task A_second_answer_that_breaks_off_is_disposed()
    {
        using var body = new BrokenBody();
        var answers = new Queue<HttpContent>([new StringContent("""{"error":"token_expired"}"""), new StreamContent(body)]);
        using var primary = new StubPrimary(_ => new() { Content = answers.Dequeue() });
        var count = 0;
        using var source = SourceOf(new DelegateProfile("counted", new()
        {
            BaseUrl = "https://api.example/",
            Acquire = (_, _) => new(Credential.Bearer($"token-{++count}")),
            ExpiredWhen = { new(System.Net.HttpStatusCode.OK, "/error", "token_expired") },
        }));
        using var handler = new CredentialHandler(source, binding: null) { InnerHandler = primary };
        using var http = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example/");

        await Assert.ThatAsync(() => http.SendAsync(request, CancellationToken.None), Throws.TypeOf<HttpRequestException>());

        Assert.That(body.CanRead, Is.False);
    }

    [Test]
    public async Task A_hostile_tenant_forges_no_line()
    {
        using var source = SourceOf((_, _, _) => ValueTask.FromResult(Credential.Bearer("token")));

        await source.AcquireAsync(new ConnectionName("a\r\nb'\u202e", null), CancellationToken.None);

        Assert.That(_logger.Entries.Single().Message, Does.Contain(@"'a\u000D\u000Ab\u0027\u202E'"));
    }

    private CredentialSource SourceOf(Func<int, CredentialRequest, CancellationToken, ValueTask<Credential>> acquire) =>
        SourceOf(new CountingProfile((number, request, token) => acquire(number, request, token)));

    private CredentialSource SourceOf(IAuthorizationProfile profile) =>
        new(profile, new(static () => throw new InvalidOperationException(), _clock, new InMemoryConnectionStore()) { Logger = _logger });

    private sealed class BrokenBody : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("cut");
    }
}
