using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.AspNetCore.Tests.Infrastructure;

/// <summary>Keeps all that is logged, by whomever, with its scopes' and state's values.</summary>
internal sealed class RecordingLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, string Text)> _entries = [];

    public IReadOnlyCollection<(string Category, string Text)> Entries => _entries;

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName);

    public void Dispose() => _entries.Clear();

    private static string Describe(object? state) =>
        state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(static pair => $"{pair.Key}={pair.Value}")) : $"{state}";

    private sealed class Recorder(RecordingLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            logs._entries.Enqueue((category, Describe(state)));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs._entries.Enqueue((category, $"{eventId.Name} {formatter(state, exception)} {Describe(state)} {exception}"));
    }
}
