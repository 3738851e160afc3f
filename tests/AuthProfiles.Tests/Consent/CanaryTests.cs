using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using AuthProfiles.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Consent;

/// <summary>Whatever becomes of a consent, nothing that it is made of is told: no code, verifier, state, nonce or token.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Category("I2")]
public sealed class CanaryTests
{
    private const string Tokens = """{"access_token":"canary-at","token_type":"Bearer","expires_in":3600,"refresh_token":"canary-rt"}""";

    private readonly ConcurrentQueue<string> _told = [];
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    [TestCase("", 200, Tokens, 200)]
    [TestCase("&error=access_denied&error_description=no", 200, Tokens, 200)]
    [TestCase("&error=canary-error", 200, Tokens, 200)]
    [TestCase("&error=access_denied&error_description=no+canary-code", 200, Tokens, 200)]
    [TestCase("&error=server_error&error_uri=https://login.calendar.example/?code=canary-code", 200, Tokens, 200)]
    [TestCase("&code=again", 200, Tokens, 200)]
    [TestCase("&iss=https://evil.example", 200, Tokens, 200)]
    [TestCase("", 400, """{"error":"invalid_grant","error_description":"canary-code"}""", 200)]
    [TestCase("", 401, """{"error":"invalid_client"}""", 200)]
    [TestCase("", 500, "canary-code", 200)]
    [TestCase("", 302, "canary-code", 200)]
    [TestCase("", 200, "canary-at", 200)]
    [TestCase("", 200, """{"access_token":"canary-at","token_type":"canary-at"}""", 200)]
    [TestCase("", 200, """{"access_token":"canary-at","token_type":"Bearer","id_token":"e30.canary-id.sig"}""", 200)]
    [TestCase("", 200, """{"access_token":"canary-at","token_type":"Bearer","id_token":"e30.eyJub25jZSI6ImNhbmFyeS1pZCJ9.sig"}""", 200)]
    [TestCase("", 200, Tokens, 401)]
    [TestCase("", 200, Tokens, 500)]
    public async Task Nothing_is_told_whatever_the_provider_and_the_service_answer(string more, int status, string answer, int probeStatus)
    {
        using var listener = Listen();
        await using var calendar = new CalendarTest(static o =>
        {
            o.Issuer = "https://login.calendar.example";
            o.Scope["scope"] = "openid events.read";
            o.Probe = "GET me";
            o.RevocationUrl = "https://login.calendar.example/revoke";
            o.ClientSecret = "canary-client";
        });
        calendar.Token = _ => CalendarTest.Json(status, answer);
        calendar.Api = _ => CalendarTest.Json(probeStatus, """{"token":"canary-at"}""");

        var start = await calendar.StartAsync();
        Tell(start);
        var back = CalendarTest.Back(start, $"code=canary-code{more}");
        await TryAsync(async () => Tell(await calendar.Connections.CompleteAsync(back, user: "mia")));
        await TryAsync(async () => Tell(await calendar.Connections.CompleteAsync(back, user: "mia")));
        await TryAsync(async () => Tell(await calendar.Connections.CompleteAsync(back, user: "ben")));
        await TryAsync(async () => Tell(await calendar.Connections.CompleteAsync(new($"https://evil.example/?code=canary-code&state={CalendarTest.StateOf(await calendar.StartAsync())}"), user: "mia")));
        await TryAsync(async () => Tell(await calendar.Client.For(user: "mia").GetAsync("events")));
        await TryAsync(async () => Tell((await calendar.Services.GetRequiredService<IAuthorizationTester>().TestAsync("calendar", user: "mia")).ToString()));
        Tell(await calendar.StoredAsync());
        await TryAsync(async () => Tell(await calendar.Connections.DisconnectAsync("calendar", user: "mia")));

        AssertNothingTold(calendar, start);
    }

    [Test]
    public async Task Nothing_is_told_of_what_is_kept_and_of_its_parts()
    {
        var store = new TellingStore(Tell, _secrets);
        await using var other = new CalendarTest(static o => o.Scope["scope"] = "openid", services => services.AddSingleton<IAuthorizationStateStore>(store));

        var start = await other.StartAsync(options: new() { Context = "/next" });
        var back = CalendarTest.Back(start, "code=canary-code");
        Tell(CallbackParameters.Read(back));
        Tell(new AuthProfiles.Consent.TakenCallback(store.Kept!, CallbackParameters.Read(back)!));
        Tell(new CodeRequest(new("https://login.example/authorize"), store.Kept!));
        await TryAsync(async () => Tell(await other.Connections.CompleteAsync(back, user: "mia")));

        AssertNothingTold(other, start);
    }

    private void AssertNothingTold(CalendarTest calendar, AuthorizationStart start)
    {
        var asked = CalendarTest.Parameters(start.Address.AbsoluteUri);
        _secrets.UnionWith(["canary-code", "canary-at", "canary-rt", "canary-id", "canary-client", asked["state"], asked["nonce"]]);
        foreach (var parameters in calendar.TokenRequests.Where(static sent => sent.Body is { Length: > 0 }).Select(static sent => CalendarTest.Parameters(sent.Body!)))
        {
            _secrets.UnionWith(parameters.Where(static pair => pair.Key is "code_verifier").Select(static pair => pair.Value));
        }

        var told = string.Join("\n", _told.Concat(calendar.Logger.Entries.Select(static entry => entry.Text)));
        Assert.That(told, Is.Not.Empty);
        foreach (var secret in _secrets)
        {
            Assert.That(told, Does.Not.Contain(secret));
            Assert.That(told, Does.Not.Contain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=')));
        }
    }

    private void Tell(object? something) => _told.Enqueue($"{something}");

    private async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (AuthorizationException error)
        {
            Tell(error);
        }
    }

    private ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name.StartsWith("AuthProfiles", StringComparison.Ordinal),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Tell(string.Join(" ", activity.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}"))),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private sealed class TellingStore(Action<object?> tell, ISet<string> secrets) : IAuthorizationStateStore
    {
        private readonly InMemoryAuthorizationStateStore _inner = new();

        public PendingAuthorization? Kept { get; private set; }

        public ValueTask SaveAsync(PendingAuthorization pending, CancellationToken cancellationToken = default)
        {
            Kept = pending with { ExpiresAt = DateTimeOffset.MaxValue };
            secrets.UnionWith([pending.State.Reveal(), pending.Verifier!.Reveal(), pending.Nonce!.Reveal()]);
            tell(pending);
            return _inner.SaveAsync(Kept, cancellationToken);
        }

        public ValueTask<PendingAuthorization?> TakeAsync(SecretValue state, CancellationToken cancellationToken = default) => _inner.TakeAsync(state, cancellationToken);
    }
}
