namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Users' own connections, from consent to the end, in files under a key ring: no sink and no file is told of a secret.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Category("Canary")]
[NonParallelizable]
public sealed class ConsentCanaryTests
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("canary-");
    private readonly SecretValue _key = ConnectionKeyRing.CreateKey();

    [TearDown]
    public void Delete() => _folder.Delete(recursive: true);

    [TestCaseSource(typeof(CanaryProvider), nameof(CanaryProvider.TokenOutcomes))]
    [CancelAfter(20_000)]
    public async Task No_sink_is_told_of_a_consent(string outcome, CancellationToken cancellation)
    {
        using var run = new CanaryRun();
        await using var provider = new CanaryProvider(run);
        await using var app = new ConsentApp(run, provider, _folder.FullName, Ring());
        provider.TokenOutcome = outcome;

        var back = await app.BeginAsync();
        run.TellFiles(_folder.FullName);
        await run.TryAsync("another's callback", () => app.Connections.CompleteAsync(back, user: "ben", cancellationToken: cancellation));
        await run.TryAsync("callback", () => app.Connections.CompleteAsync(back, user: "mia", cancellationToken: cancellation));
        await run.TryAsync("callback again", () => app.Connections.CompleteAsync(back, user: "mia", cancellationToken: cancellation));
        var refused = await app.BeginAsync(more: "&error=access_denied&error_description=" + Uri.EscapeDataString(run.Plant("authorization code")));
        await run.TryAsync("refused callback", () => app.Connections.CompleteAsync(refused, user: "mia", cancellationToken: cancellation));
        await run.TryAsync("altered callback", async () => await app.Connections.CompleteAsync(new((await app.BeginAsync()).AbsoluteUri.Replace("iss=", "iss=x", StringComparison.Ordinal)), user: "mia", cancellationToken: cancellation));
        provider.TokenOutcome = "200";
        await run.TryAsync("consent", async () => await app.Connections.CompleteAsync(await app.BeginAsync(), user: "mia", cancellationToken: cancellation));
        await UseAsync(app, outcome, cancellation);

        app.LearnVerifiers();
        run.TellFiles(_folder.FullName);
        Assert.That(_folder.EnumerateFiles("*", SearchOption.AllDirectories), Is.Not.Empty);
        run.AssertClean(atLeast: 200, provider.Server);
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task No_sink_is_told_where_the_store_fails(CancellationToken cancellation)
    {
        using var run = new CanaryRun();
        await using var provider = new CanaryProvider(run);
        FailingStore? store = null;
        await using (var app = new ConsentApp(run, provider, _folder.FullName, Ring(), inner => store = new(inner)))
        {
            await app.Connections.CompleteAsync(await app.BeginAsync(), user: "mia", cancellationToken: cancellation);
            using var client = app.Client();
            foreach (var (read, write, lease) in new[] { (false, true, false), (false, false, true), (true, false, false), (true, true, true) })
            {
                (store!.FailsToRead, store.FailsToWrite, store.FailsToLease) = (read, write, lease);
                provider.CallOutcome = "401";
                run.Clock.Advance(TimeSpan.FromHours(2));
                await run.TryAsync("call", () => client.For(user: "mia").GetAsync("week", cancellation));
                await run.TryAsync("call of another", () => client.For(user: "ben").GetAsync("week", cancellation));
                await run.TryAsync("consent", async () => await app.Connections.CompleteAsync(await app.BeginAsync("ben"), user: "ben", cancellationToken: cancellation));
                await run.TryAsync("inputs", () => app.Connections.ConnectAsync("weather", user: "mia", inputs: Inputs(run), cancellationToken: cancellation));
                await run.TryAsync("test", () => app.Tester.TestAsync(ConsentApp.Profile, user: "mia", cancellationToken: cancellation));
                await run.TryAsync("end", () => app.Connections.DisconnectAsync(ConsentApp.Profile, user: "ben", cancellationToken: cancellation));
            }

            (store!.FailsToRead, store.FailsToWrite, store.FailsToLease) = (false, false, false);
            provider.CallOutcome = "200";
            await run.TryAsync("inputs", () => app.Connections.ConnectAsync("weather", user: "mia", inputs: Inputs(run), cancellationToken: cancellation));
            await run.TryAsync("call", () => app.Client("weather").For(user: "mia").GetAsync("today", cancellation));
            app.LearnVerifiers();
        }

        run.TellFiles(_folder.FullName);
        run.AssertClean(atLeast: 500, provider.Server);
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task No_sink_is_told_where_the_key_is_wrong_or_a_file_was_altered(CancellationToken cancellation)
    {
        using var run = new CanaryRun();
        await using var provider = new CanaryProvider(run);
        await using (var app = new ConsentApp(run, provider, _folder.FullName, Ring()))
        {
            await app.Connections.CompleteAsync(await app.BeginAsync(), user: "mia", cancellationToken: cancellation);
            await run.TryAsync("call", () => app.Client().For(user: "mia").GetAsync("week", cancellation));
            await app.BeginAsync("ben");
            app.LearnVerifiers();
        }

        run.Learn("key of the ring", _key.Reveal()[..40]);
        await using (var app = new ConsentApp(run, provider, _folder.FullName, Ring(ConnectionKeyRing.CreateKey())))
        {
            await UseAsync(app, "another key", cancellation);
        }

        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(static file => file.Length > 0))
        {
            var bytes = await File.ReadAllBytesAsync(file.FullName, cancellation);
            bytes[^1] ^= 1;
            await File.WriteAllBytesAsync(file.FullName, bytes, cancellation);
        }

        await using (var app = new ConsentApp(run, provider, _folder.FullName, Ring()))
        {
            await UseAsync(app, "altered files", cancellation);
        }

        run.TellFiles(_folder.FullName);
        run.AssertClean(atLeast: 200, provider.Server);
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task No_sink_is_told_of_a_device([Values("200", "400", "500 and all that was sent", "cut JSON")] string outcome, CancellationToken cancellation)
    {
        using var run = new CanaryRun();
        await using var provider = new CanaryProvider(run) { TokenOutcome = outcome };
        await using var app = new ConsentApp(run, provider, _folder.FullName, Ring());
        var options = new LogInOptions
        {
            ShowDeviceCode = (device, _) =>
            {
                run.Teller.Tell("device", device);
                return Task.CompletedTask;
            },
        };

        await run.TryAsync("log-in", () => app.Connections.LogInAsync("tv", user: "mia", options: options, cancellationToken: cancellation));
        await run.TryAsync("call", () => app.Client("tv").For(user: "mia").GetAsync("series", cancellation));
        await run.TryAsync("test", () => app.Tester.TestAsync("tv", user: "mia", cancellationToken: cancellation));

        run.TellFiles(_folder.FullName);
        run.AssertClean(atLeast: 100, provider.Server);
    }

    private static Dictionary<string, string> Inputs(CanaryRun run) => new(StringComparer.Ordinal) { ["key"] = run.Plant("API key of a connection") };

    /// <summary>All that can be done with a connection.</summary>
    private static async Task UseAsync(ConsentApp app, string what, CancellationToken cancellation)
    {
        using var client = app.Client();
        foreach (var outcome in new[] { "200", "401", "403", CanaryService.Echo500, "cut" })
        {
            app.Provider.CallOutcome = outcome;
            await app.Run.TryAsync($"call, {what}", () => client.For(user: "mia").GetAsync("week", cancellation));
            await app.Run.TryAsync($"test, {what}", () => app.Tester.TestAsync(ConsentApp.Profile, user: "mia", cancellationToken: cancellation));
        }

        app.Provider.CallOutcome = "200";
        await app.Run.TryAsync("find", () => app.Connections.FindAsync(ConsentApp.Profile, user: "mia", cancellationToken: cancellation));
        await app.Run.TryAsync("describe", () => app.Connections.DescribeAsync(ConsentApp.Profile, user: "mia", cancellationToken: cancellation));
        await app.Run.TryAsync("stored", () => app.Store.ReadAsync(new(ConsentApp.Profile, user: "mia"), cancellation).AsTask());
        await app.Run.TryAsync("disconnect", () => app.Connections.DisconnectAsync(ConsentApp.Profile, user: "mia", cancellationToken: cancellation));
    }

    private ConnectionKeyRing Ring(SecretValue? key = null) => new("2026-11", new Dictionary<string, SecretValue> { ["2026-11"] = key ?? _key });
}
