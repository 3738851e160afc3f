using System.Collections.Concurrent;
using System.Diagnostics;
using AuthProfiles.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.Injection;

/// <summary>What a secret leaves behind in traces and logs: nothing.</summary>
public sealed class SecrecyTests
{
    [TestCaseSource(nameof(Places))]
    [CancelAfter(60_000)]
    public async Task No_activity_shows_the_secret_and_the_trace_goes_on(object kind, bool isSynchronous, CancellationToken cancellation)
    {
        var place = (SecretPlace)kind;
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var service = new RawServer(_ => RawServer.Ok);
        await using var app = new App(profiles => place.Declare(profiles, service.Address.AbsoluteUri));

        using var source = new ActivitySource("caller");
        var parent = source.StartActivity("call")!;
        using (var request = place.Request())
        {
            (isSynchronous ? app.CreateClient().Send(request, cancellation) : await app.CreateClient().SendAsync(request, cancellation)).Dispose();
        }

        parent.Dispose();
        var sent = service.Requests.Single();
        var calls = activities.Where(activity => activity.GetTagItem("url.full") is not null).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(sent.Text, Does.Contain(SecretPlace.Secret));
            Assert.That(sent.HeaderLines("traceparent"), Has.Exactly(1).Items);
            Assert.That(sent.Header("traceparent"), Does.Contain(parent.TraceId.ToHexString()));
            Assert.That(calls, Has.Exactly(1).Items);
            Assert.That(sent.Header("traceparent"), Does.Contain(calls[0].SpanId.ToHexString()));
            Assert.That(calls[0].GetTagItem("http.response.status_code"), Is.EqualTo(200));
            Assert.That(activities.SelectMany(Texts), Has.None.Contains(SecretPlace.Secret));
        });
    }

    [TestCaseSource(nameof(Kinds))]
    [CancelAfter(60_000)]
    public async Task No_log_at_trace_level_shows_the_secret(object kind, CancellationToken cancellation)
    {
        var place = (SecretPlace)kind;
        using var logs = new CollectedLogs();
        await using var service = new RawServer(_ => RawServer.Ok);
        await using var app = new App(profiles => place.Declare(profiles, service.Address.AbsoluteUri), more: services => Collect(services, logs));

        (await app.CreateClient().SendAsync(place.Request(), cancellation)).Dispose();

        Assert.Multiple(() =>
        {
            Assert.That(service.Requests.Single().Text, Does.Contain(SecretPlace.Secret));
            Assert.That(logs.Entries, Has.Some.Contains("items"));
            Assert.That(logs.Entries, Has.None.Contains(SecretPlace.Secret));
        });
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task No_log_at_trace_level_shows_a_token_or_the_clients_secret(CancellationToken cancellation)
    {
        using var logs = new CollectedLogs();
        const string Answer = $$"""{"access_token":"{{SecretPlace.Secret}}","token_type":"Bearer","expires_in":3600}""";
        await using var service = new RawServer(request => request.Line.Contains("/token", StringComparison.Ordinal)
            ? $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Answer.Length}\r\n\r\n{Answer}"
            : RawServer.Ok);
        await using var app = App.WithClientCredentials(service.Address, more: services => Collect(services, logs));

        (await app.CreateClient().GetAsync("items", cancellation)).Dispose();

        Assert.Multiple(() =>
        {
            Assert.That(service.Requests[1].Header("Authorization"), Is.EqualTo("Bearer " + SecretPlace.Secret));
            Assert.That(logs.Entries, Has.Some.Contains("items"));
            Assert.That(logs.Entries, Has.None.Contains(SecretPlace.Secret).And.None.Contains(App.ClientSecret));
        });
    }

    private static void Collect(IServiceCollection services, CollectedLogs logs) =>
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));

    private static IEnumerable<string> Texts(Activity activity) =>
    [
        activity.OperationName,
        activity.DisplayName,
        activity.StatusDescription ?? string.Empty,
        .. activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
        .. activity.Baggage.Select(item => $"{item.Key}={item.Value}"),
        .. activity.Events.SelectMany(happened => happened.Tags.Select(tag => $"{tag.Key}={tag.Value}").Append(happened.Name)),
    ];

    private static IEnumerable<TestCaseData> Places() =>
        from place in SecretPlace.All
        from isSynchronous in new[] { false, true }
        select new TestCaseData(place, isSynchronous) { TestName = $"{{m}}({place}, {(isSynchronous ? "synchronous" : "asynchronous")})" };

    private static IEnumerable<TestCaseData> Kinds() => SecretPlace.All.Select(place => new TestCaseData(place) { TestName = $"{{m}}({place})" });
}
