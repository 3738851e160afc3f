using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using AuthProfiles.Security.Tests.Origins;
using AuthProfiles.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Plants secrets, listens to every sink while they are used, and looks for them in what was told.</summary>
internal sealed class CanaryRun : IDisposable
{
    private readonly ConcurrentQueue<PlantedSecret> _secrets = new();
    private readonly TellingLogs _logs;
    private readonly TellingActivities _activities;
    private readonly TellingMeters _meters;
    private readonly TellingEvents? _events;
    private readonly TellingConsole _console;
    private int _given;
    private bool _hasEnded;

    /// <param name="hasEvents">Whether event sources are listened to: all but those which <see cref="EventSourceTests"/> names.</param>
    public CanaryRun(bool hasEvents = true)
    {
        Teller = new(Told);
        _logs = new(Told, Teller);
        _console = new(Told);
        _activities = new(Told);
        _meters = new(Told);
        _events = hasEvents ? new(Told, EventSourceTests.IsClosed) : null;
    }

    public Told Told { get; } = new();

    /// <summary>Gets the clock of all that runs here. It goes on where a step waits for it.</summary>
    public ManualClock Clock { get; } = new();

    public ObjectTeller Teller { get; }

    /// <summary>Gets or sets which sinks are the host's own to answer for.</summary>
    public Predicate<string> IsOfHost { get; set; } = static _ => false;

    public IReadOnlyCollection<PlantedSecret> Secrets => _secrets;

    /// <summary>Makes a secret that is there once, as long and as odd as real ones: 40 letters and digits, and signs that encodings change. The same kind is the same secret.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="tail">What stands behind the letters and digits.</param>
    /// <param name="isSent">Whether it must arrive at a server.</param>
    public string Plant(string kind, string tail = "+/~=", bool isSent = true)
    {
        if (_secrets.FirstOrDefault(secret => secret.Kind == kind) is { } known)
        {
            return known.Text;
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind} {TestContext.CurrentContext.Test.FullName}"));
        var core = "c4" + Convert.ToHexStringLower(hash)[..38];
        _secrets.Enqueue(new(kind, core + tail, core, isSent));
        return core + tail;
    }

    /// <summary>Makes another secret of a kind, as a server gives them out; it may never come back.</summary>
    public string Give(string kind) => Plant($"{kind} {Interlocked.Increment(ref _given)}", isSent: false);

    /// <summary>Adds a secret that the code under test has made.</summary>
    public void Learn(string kind, string text)
    {
        if (_secrets.All(known => known.Text != text))
        {
            _secrets.Enqueue(new(kind, text, text, IsSent: false));
        }
    }

    /// <summary>Returns services that log everything to here, at Trace.</summary>
    public ServiceCollection CreateServices()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        return services;
    }

    public void AddTo(ILoggingBuilder logging) => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(_logs);

    /// <summary>Carries a step out and tells what it returns, or how it fails.</summary>
    public async Task TryAsync<T>(string what, Func<Task<T>> step)
    {
        try
        {
            var result = await FinishAsync(step());
            Teller.Tell(what, result);
            (result as IDisposable)?.Dispose();
        }
        catch (Exception error) when (error is not AssertionException)
        {
            Teller.Tell(what, error);
        }
    }

    public Task TryAsync(string what, Func<Task> step) => TryAsync(what, async () =>
    {
        await step();
        return what;
    });

    /// <summary>Tells every file below a folder.</summary>
    public void TellFiles(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            Told.Add($"file {Path.GetFileName(file)}", $"{file} {Encoding.Latin1.GetString(File.ReadAllBytes(file))}");
        }
    }

    /// <summary>Ends the run: every secret was heard by one of the servers, in some form, and nobody else was told of one.</summary>
    /// <param name="atLeast">How much must have been told, or the run proves nothing.</param>
    /// <param name="servers">The servers that the secrets are for.</param>
    public void AssertClean(int atLeast, params RecordingListener[] servers)
    {
        End();
        var unused = _secrets.Where(static secret => secret.IsSent).Where(secret => !servers.Any(server => new LeakScanner([secret]).Scan([new("wire", server.Heard)]).Any())).Select(static secret => secret.Kind);
        var leaks = new LeakScanner(_secrets).Scan(Told.All.Where(told => !IsOfHost(told.Sink))).Distinct(StringComparer.Ordinal).ToList();
        TestContext.Out.WriteLine(FormattableString.Invariant($"{_secrets.Count} secrets, {Told.All.Count} texts of {Told.All.Select(static told => told.Sink).Distinct(StringComparer.Ordinal).Count()} sinks and {Teller.Types.Count} types of ours, {leaks.Count} leaks"));
        Assert.Multiple(() =>
        {
            Assert.That(leaks, Is.Empty);
            Assert.That(Told.All, Has.Count.AtLeast(atLeast), "So little was told that nothing is proved.");
            if (servers.Length > 0)
            {
                Assert.That(unused, Is.Empty, "These secrets were never used, so nothing is proved about them.");
            }
        });
    }

    public void Dispose() => End();

    private async Task<T> FinishAsync<T>(Task<T> step)
    {
        // Slowly, or a limit of 30 seconds would be over before a server on a busy machine has answered.
        while (await Task.WhenAny(step, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System)) != step)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(250));
        }

        return await step;
    }

    private void End()
    {
        if (_hasEnded)
        {
            return;
        }

        _hasEnded = true;
        _console.Dispose();
        _activities.Dispose();
        _meters.Dispose();
        _events?.Dispose();
        _logs.Dispose();
    }
}
