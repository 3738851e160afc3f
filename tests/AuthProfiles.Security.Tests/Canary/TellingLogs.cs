using Microsoft.Extensions.Logging;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Tells every entry and scope of every category: message, state, exception.</summary>
internal sealed class TellingLogs(Told told, ObjectTeller teller) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Logger(told, teller, $"log {categoryName}");

    public void Dispose()
    {
    }

    private sealed class Logger(Told told, ObjectTeller teller, string sink) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Tell(state);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            told.Add(sink, formatter(state, exception));
            Tell(state);
            if (exception is not null)
            {
                teller.Tell(sink, exception);
            }
        }

        private void Tell(object? state)
        {
            told.Add(sink, state?.ToString());
            if (state is IEnumerable<KeyValuePair<string, object?>> pairs)
            {
                told.Add(sink, pairs);
            }
        }
    }
}
