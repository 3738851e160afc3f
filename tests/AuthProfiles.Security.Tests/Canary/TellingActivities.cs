using System.Diagnostics;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Tells every activity of every source, the platform's included: names, tags, baggage, events, links.</summary>
internal sealed class TellingActivities : IDisposable
{
    private readonly Told _told;
    private readonly ActivityListener _listener;

    public TellingActivities(Told told)
    {
        _told = told;
        _listener = new()
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = Tell,
            ActivityStopped = Tell,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    private void Tell(Activity activity)
    {
        var sink = $"activity {activity.Source.Name}";
        _told.Add(sink, $"{activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {activity.TraceStateString}");
        _told.Add(sink, activity.TagObjects);
        _told.Add(sink, activity.Baggage.Select(static pair => KeyValuePair.Create<string, object?>(pair.Key, pair.Value)));
        foreach (var happened in activity.Events)
        {
            _told.Add(sink, happened.Name);
            _told.Add(sink, happened.Tags);
        }

        foreach (var link in activity.Links)
        {
            _told.Add(sink, link.Tags ?? []);
        }
    }
}
