using System.Diagnostics.Tracing;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Tells every event of the event sources that a test asks for, at Verbose.</summary>
internal sealed class TellingEvents : EventListener
{
    private readonly Told? _told;
    private readonly Predicate<string>? _isWanted;
    private readonly List<EventSource> _early = [];

    public TellingEvents(Told told, Predicate<string> isWanted)
    {
        lock (_early)
        {
            (_told, _isWanted) = (told, isWanted);
            _early.ForEach(Enable);
        }
    }

    /// <summary>The runtime's own sources tell of threads and memory, thousands of times a second, and no text of ours.</summary>
    public static bool IsOfRuntime(string source) => source is "NativeRuntimeEventSource" or "Microsoft-Windows-DotNETRuntime" or "System.Threading.Tasks.TplEventSource" or "System.Buffers.ArrayPoolEventSource" or "System.Runtime";

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        // The base's constructor calls this before ours has begun, when no field is there yet.
        if (_early is null)
        {
            return;
        }

        lock (_early)
        {
            if (_told is null)
            {
                _early.Add(eventSource);
            }
            else
            {
                Enable(eventSource);
            }
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        _told?.Add($"event source {eventData.EventSource.Name}", $"{eventData.EventName} {eventData.Message} {string.Join(' ', eventData.Payload?.Select(Show) ?? [])}");

    private static string Show(object? value) => value switch
    {
        byte[] bytes => System.Text.Encoding.Latin1.GetString(bytes),
        string text => text,
        IEnumerable<KeyValuePair<string, object?>> pairs => string.Join(' ', pairs.Select(static pair => $"{pair.Key}={Show(pair.Value)}")),
        System.Collections.IEnumerable many => string.Join(' ', many.Cast<object?>().Select(Show)),
        _ => $"{value}",
    };

    private void Enable(EventSource source)
    {
        if (_isWanted!(source.Name))
        {
            EnableEvents(source, EventLevel.Verbose, EventKeywords.All);
        }
    }
}
