using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AuthProfiles.AzureOpenAI.Tests.Telemetry;

/// <summary>Listens to the calls that a test makes of its own deployment and within its own trace, whatever others do meanwhile.</summary>
internal sealed class Observer : IDisposable
{
    private const string Name = "AuthProfiles.AzureOpenAI";

    private readonly ActivityListener? _spans;
    private readonly MeterListener _meters = new();
    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly ConcurrentQueue<Measurement> _measured = new();

    public Observer(bool hasSpans = true, IMeterFactory? meters = null)
    {
        Root = new Activity("test").Start();
        if (hasSpans)
        {
            _spans = new()
            {
                ShouldListenTo = static source => source.Name == Name,
                Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity =>
                {
                    if (activity.TraceId == Root.TraceId)
                    {
                        _stopped.Enqueue(activity);
                    }
                },
            };
            ActivitySource.AddActivityListener(_spans);
        }

        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Name && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _meters.Start();
    }

    public Activity Root { get; }

    public string Deployment { get; } = "d" + Guid.NewGuid().ToString("N");

    public IReadOnlyList<Activity> Spans => [.. _stopped];

    public Activity Span => _stopped.Single();

    /// <summary>Gets the attributes of the only span, in the order of their names, one per line.</summary>
    public string Attributes => Show(Span.TagObjects);

    public IReadOnlyList<Measurement> Of(string instrument) => [.. _measured.Where(entry => entry.Instrument.Name == instrument)];

    public void Configure(AzureOpenAIOptions options) => (options.ChatDeployment, options.EmbeddingDeployment) = (Deployment, Deployment);

    /// <summary>Shows all that is known of the spans and measurements, to look for what must not be there.</summary>
    public string ShowAll() => string.Join('\n', Spans.Select(span => string.Join(
        '\n', span.DisplayName, span.StatusDescription, Show(span.TagObjects), string.Join('\n', span.Events.Select(entry => entry.Name + Show(entry.Tags))), string.Join(',', span.Baggage)))
        .Concat(_measured.Select(entry => entry.Tags)));

    public void Dispose()
    {
        _spans?.Dispose();
        _meters.Dispose();
        Root.Dispose();
    }

    private static string Show(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join('\n', tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={Text(tag.Value)}"));

    private static string Text(object? value) => value is string[] texts ? string.Join(',', texts) : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}");

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var all = tags.ToArray();
        if (all.Any(tag => tag.Key == "gen_ai.request.model" && Equals(tag.Value, Deployment)))
        {
            _measured.Enqueue(new(instrument, value, Show(all).Replace(Deployment, "deployment", StringComparison.Ordinal)));
        }
    }

    internal sealed record Measurement(Instrument Instrument, double Value, string Tags);
}
