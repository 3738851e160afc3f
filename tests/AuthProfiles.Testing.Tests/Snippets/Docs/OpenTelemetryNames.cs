using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

/// <summary>Stands in for OpenTelemetry.Extensions.Hosting, which the tests do without: the methods of that package that the pages call.</summary>
internal static class OpenTelemetryNames
{
    public static Builder AddOpenTelemetry(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return new();
    }

    internal sealed class Builder
    {
        public Builder WithMetrics(Action<Metrics> configure)
        {
            configure(new());
            return this;
        }

        public Builder WithTracing(Action<Tracing> configure)
        {
            configure(new());
            return this;
        }
    }

    internal sealed class Metrics
    {
        public Metrics AddMeter(params string[] names) => names.Length > 0 ? this : throw new ArgumentException("A meter has a name.", nameof(names));
    }

    internal sealed class Tracing
    {
        public Tracing AddSource(params string[] names) => names.Length > 0 ? this : throw new ArgumentException("A source has a name.", nameof(names));
    }
}
