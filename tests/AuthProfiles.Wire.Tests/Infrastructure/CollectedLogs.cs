using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.Infrastructure;

/// <summary>Keeps every log entry and scope of every category as text.</summary>
internal sealed class CollectedLogs : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _entries = new();

    public IReadOnlyList<string> Entries => [.. _entries];

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Collect(state);
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _entries.Enqueue(formatter(state, exception));
        Collect(state);
        Collect(exception);
    }

    public void Dispose()
    {
    }

    private void Collect(object? state)
    {
        _entries.Enqueue(state?.ToString() ?? string.Empty);
        foreach (var (key, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            _entries.Enqueue($"{key}={value}");
        }
    }
}
