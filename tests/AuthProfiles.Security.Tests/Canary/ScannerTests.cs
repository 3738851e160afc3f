using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>The scanner finds a secret in every form, in every sink: a run that finds nothing says something.</summary>
[TestFixture]
[Category("Canary")]
[NonParallelizable]
public sealed class ScannerTests
{
    private static readonly string[] s_sinks =
    [
        "log message", "log state", "log scope", "log exception", "activity name", "activity tag", "activity event", "activity baggage", "activity link", "metric tag", "event source",
        "exception message", "inner exception", "exception data", "ToString", "debugger display", "JSON", "request address", "request header", "file", "file name", "standard output", "standard error",
    ];

    [TestCaseSource(nameof(s_sinks))]
    public async Task A_planted_leak_is_found_in_every_form(string sink)
    {
        var missed = new List<string>();
        var forms = 0;
        using var naming = new CanaryRun(hasEvents: false);
        foreach (var (form, _) in SecretForms.Written(naming.Plant("a key")))
        {
            forms++;
            using var run = new CanaryRun();
            await using var services = run.CreateServices().BuildServiceProvider();
            var text = SecretForms.Written(run.Plant("a key")).Single(written => written.Form == form).Text;
            await LeakAsync(run, services, sink, text);
            run.Dispose();
            var before = run.Told.All.Count;
            if (before == 0 || !new LeakScanner(run.Secrets).Scan(run.Told.All).Any())
            {
                missed.Add(form);
            }
        }

        TestContext.Out.WriteLine(FormattableString.Invariant($"{forms} forms planted, {forms - missed.Count} found"));
        Assert.That(missed, Is.Empty);
    }

    [Test]
    public void What_is_no_secret_is_no_leak()
    {
        using var run = new CanaryRun();
        run.Plant("a key");
        run.Told.Add("log", "c4 and [redacted], c4a0, 0123456789abcdef0123456789abcdef01234567");

        Assert.That(new LeakScanner(run.Secrets).Scan(run.Told.All), Is.Empty);
    }

    private static async Task LeakAsync(CanaryRun run, ServiceProvider services, string sink, string text)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("leaky");
        using var source = new ActivitySource("leaky");
        switch (sink)
        {
            case "log message":
                logger.Log(LogLevel.Trace, default, text, null, static (state, _) => state);
                break;
            case "log state":
                logger.Log(LogLevel.Trace, default, new Dictionary<string, object?> { ["key"] = text }, null, static (_, _) => "harmless");
                break;
            case "log scope":
                logger.BeginScope(new Dictionary<string, object?> { ["key"] = text });
                break;
            case "log exception":
                logger.Log(LogLevel.Trace, default, "harmless", new InvalidOperationException("harmless", new InvalidOperationException(text)), static (state, _) => state);
                break;
            case "activity name":
                source.StartActivity(text)!.Dispose();
                break;
            case "activity tag":
                source.StartActivity("a")!.SetTag("key", text).Dispose();
                break;
            case "activity event":
                source.StartActivity("a")!.AddEvent(new("e", tags: new() { ["key"] = text })).Dispose();
                break;
            case "activity baggage":
                source.StartActivity("a")!.SetBaggage("key", text).Dispose();
                break;
            case "activity link":
                source.StartActivity("a")!.AddLink(new(default, new() { ["key"] = text })).Dispose();
                break;
            case "metric tag":
                using (var meter = new Meter("leaky"))
                {
                    meter.CreateCounter<long>("calls").Add(1, KeyValuePair.Create<string, object?>("key", text));
                }

                break;
            case "event source":
                using (var events = new EventSource("Leaky"))
                {
                    events.Write("Leak", new { Key = text });
                }

                break;
            case "file" or "file name":
                LeakFile(run, sink, text);
                break;
            case "standard output":
                await Console.Out.WriteLineAsync(text);
                break;
            case "standard error":
                await Console.Error.WriteLineAsync(text);
                break;
            default:
                await LeakObjectAsync(run, sink, text);
                break;
        }
    }

    private static Task LeakObjectAsync(CanaryRun run, string sink, string text) => run.TryAsync(sink, () => Task.FromResult<object?>(sink switch
    {
        "exception message" => throw new InvalidOperationException(text),
        "inner exception" => throw new AggregateException(new InvalidOperationException("harmless", new InvalidOperationException(text))),
        "exception data" => throw new InvalidOperationException("harmless") { Data = { ["key"] = text } },
        "ToString" => new Lazy<string>(text).Value,
        "debugger display" => new LeakyDisplay(text),
        "JSON" => new LeakyJson(text),
        "request address" => new HttpResponseMessage { RequestMessage = new(HttpMethod.Get, "https://api.example/?key=" + text) },
        "request header" => new HttpResponseMessage { RequestMessage = new() { Headers = { { "api-key", text } } } },
        _ => throw new ArgumentOutOfRangeException(nameof(sink), sink, null),
    }));

    private static void LeakFile(CanaryRun run, string sink, string text)
    {
        var folder = Directory.CreateTempSubdirectory("canary-");
        try
        {
            var name = sink is "file name" ? text.Replace('/', '_') : "leaky";
            File.WriteAllText(Path.Combine(folder.FullName, name.Length > 200 ? name[..200] : name), text);
            run.TellFiles(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
